namespace Lodge.Model.Nwfilter;

/// <summary>States of a connection that a rule matches (<c>state</c>).</summary>
[Flags]
public enum ConnectionStates
{
    /// <summary>Nothing was said.</summary>
    Unsaid = 0,

    /// <summary>The first packet.</summary>
    New = 1 << 1,

    /// <summary>Packets both ways were seen.</summary>
    Established = 1 << 2,

    /// <summary>It belongs to another connection.</summary>
    Related = 1 << 3,

    /// <summary>It belongs to none.</summary>
    Invalid = 1 << 4,

    /// <summary>Connections are not to be looked at.</summary>
    None = 1 << 5,
}
