using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A slot of a smartcard reader.</summary>
public sealed record CcidAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Ccid;

    /// <summary>The index of the reader.</summary>
    public uint Controller { get; init; }

    /// <summary>The slot in the reader.</summary>
    public uint Slot { get; init; }

    internal static CcidAddress Read(Element element) => new()
    {
        Controller = element.UInt("controller") ?? 0,
        Slot = element.UInt("slot") ?? 0,
    };

    private protected override void FormatAttributes(XmlOutput output) => output
        .Attribute("controller", (ulong?)Controller)
        .Attribute("slot", (ulong?)Slot);
}
