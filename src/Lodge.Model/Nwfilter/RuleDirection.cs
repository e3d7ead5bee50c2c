namespace Lodge.Model.Nwfilter;

/// <summary>Which way a packet goes, as the guest sees it (<c>direction</c>).</summary>
public enum RuleDirection
{
    /// <summary>To the guest.</summary>
    In,

    /// <summary>From the guest.</summary>
    Out,

    /// <summary>Both ways.</summary>
    InOut,
}
