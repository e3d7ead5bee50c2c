using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// An address that says no more than its kind: <c>virtio-mmio</c>, or <c>unassigned</c> (kept from the guest).
/// </summary>
public sealed record BareAddress : DeviceAddress
{
    /// <summary>Makes an address of that kind.</summary>
    public BareAddress(AddressType type) => Type = type;

    /// <inheritdoc/>
    public override AddressType Type { get; }

    private protected override void FormatAttributes(XmlOutput output)
    {
    }
}
