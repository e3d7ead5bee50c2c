namespace Lodge.Model.Domain;

/// <summary>One device on its own, as a person attaches, detaches or updates it.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Device">The device, where it can have an address and an alias.</param>
/// <param name="Graphics">The display, where it is one.</param>
/// <param name="Lease">The lease, where it is one.</param>
public sealed record DeviceElement(string Name, Device? Device = null, Graphics? Graphics = null, Lease? Lease = null)
{
    /// <summary>How libvirt calls the kind of device in its messages.</summary>
    public string Kind => Device is CharacterDevice ? "chr" : Name;
}
