namespace Lodge.Host.Netlink;

/// <summary>How a macvlan or macvtap reaches its neighbours on the same link.</summary>
/// <remarks>Source: Linux <c>if_link.h</c>, <c>MACVLAN_MODE_*</c>.</remarks>
public enum MacvlanMode
{
    /// <summary>Not at all.</summary>
    Private = 1,

    /// <summary>Through the switch outside.</summary>
    Vepa = 2,

    /// <summary>Directly.</summary>
    Bridge = 4,

    /// <summary>It has the link alone.</summary>
    Passthrough = 8,
}
