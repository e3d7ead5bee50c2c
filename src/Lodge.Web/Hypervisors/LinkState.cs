namespace Lodge.Web.Hypervisors;

/// <summary>How a connection to a hypervisor is.</summary>
public enum LinkState
{
    /// <summary>It is being opened for the first time.</summary>
    Opening,

    /// <summary>It works.</summary>
    Open,

    /// <summary>It is lost, or never came about; it is tried again by itself.</summary>
    Lost,
}
