namespace Lodge.Model.NodeDevice;

/// <summary>A device that somebody asks to be made: what its description says, before it exists.</summary>
public sealed record NewNodeDevice
{
    /// <summary>The parent's name.</summary>
    public string? Parent { get; init; }

    /// <summary>The parent's world-wide names, where it is named by them.</summary>
    public FibreChannelNames? ParentNames { get; init; }

    /// <summary>The fabric that the parent is to be in.</summary>
    public string? ParentFabric { get; init; }

    /// <summary>The kind of device.</summary>
    public NodeDeviceKind Kind { get; init; }

    /// <summary>The mediated device; null where it is none.</summary>
    public MdevCapability? Mdev { get; init; }

    /// <summary>The world-wide names of the virtual adapter; null where it is none, or they are to be chosen.</summary>
    public FibreChannelNames? Adapter { get; init; }
}
