using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A place on the ISA bus.</summary>
public sealed record IsaAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Isa;

    /// <summary>First port; 0 where the device has its own.</summary>
    public uint IoBase { get; init; }

    /// <summary>Interrupt; 0 where the device has its own.</summary>
    public uint Irq { get; init; }

    internal static IsaAddress Read(Element element) =>
        new() { IoBase = element.UInt("iobase", 16) ?? 0, Irq = element.UInt("irq", 16) ?? 0 };

    private protected override void FormatAttributes(XmlOutput output)
    {
        if (IoBase > 0)
        {
            output.Hexadecimal("iobase", IoBase, 1);
        }

        if (Irq > 0)
        {
            output.Hexadecimal("irq", Irq, 1);
        }
    }
}
