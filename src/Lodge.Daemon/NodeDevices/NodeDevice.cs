using Lodge.Model.NodeDevice;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.NodeDevices;

/// <summary>A device of the host as it is now: never changed, only replaced.</summary>
/// <param name="Definition">What it is.</param>
/// <param name="IsPersistent">Whether it is remembered while it is not there.</param>
/// <param name="IsAutostart">Whether it is made when its parent appears.</param>
internal sealed record NodeDevice(NodeDeviceDefinition Definition, bool IsPersistent = false, bool IsAutostart = false)
{
    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>Whether it is there; the machine itself always is.</summary>
    public bool IsActive => Definition.Path is not null || Definition.Capability.Kind == NodeDeviceKind.System;

    /// <summary>The device as the wire names it.</summary>
    public RemoteNodeDevice Wire => new() { Name = Name };

    /// <summary>Whether it is of a kind, by itself or by what it can do besides.</summary>
    public bool Is(NodeDeviceKind kind) =>
        Definition.Capability.Kind == kind || Definition.Capability.FurtherKinds.Contains(kind);
}
