namespace Lodge.Host.Netlink;

/// <summary>How a bridge treats one of its ports; what is null stays.</summary>
public sealed record BridgePortOptions
{
    /// <summary>Whether it learns addresses from the port.</summary>
    public bool? Learns { get; init; }

    /// <summary>Whether frames to addresses it does not know go there.</summary>
    public bool? Floods { get; init; }

    /// <summary>Whether frames go out where they came in.</summary>
    public bool? IsHairpin { get; init; }

    /// <summary>Whether it reaches no other isolated port.</summary>
    public bool? IsIsolated { get; init; }
}
