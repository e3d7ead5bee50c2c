using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A slot for a memory module.</summary>
public sealed record DimmAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Dimm;

    /// <summary>The slot.</summary>
    public uint Slot { get; init; }

    /// <summary>Where the module begins in the guest's memory, in bytes; 0 where QEMU chooses.</summary>
    public ulong Base { get; init; }

    internal static DimmAddress Read(Element element)
    {
        element.Required("slot");
        return new() { Slot = element.UInt("slot") ?? 0, Base = element.ULong("base", 16) ?? 0 };
    }

    private protected override void FormatAttributes(XmlOutput output)
    {
        output.Attribute("slot", (ulong?)Slot);
        if (Base != 0)
        {
            output.Hexadecimal("base", Base, 1);
        }
    }
}
