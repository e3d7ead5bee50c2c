using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A place on a disk controller.</summary>
public sealed record DriveAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Drive;

    /// <summary>The index of the controller.</summary>
    public uint Controller { get; init; }

    /// <summary>The bus of the controller.</summary>
    public uint Bus { get; init; }

    /// <summary>The target on the bus.</summary>
    public uint Target { get; init; }

    /// <summary>The unit of the target.</summary>
    public uint Unit { get; init; }

    internal static DriveAddress Read(Element element) => new()
    {
        Controller = element.UInt("controller") ?? 0,
        Bus = element.UInt("bus") ?? 0,
        Target = element.UInt("target") ?? 0,
        Unit = element.UInt("unit") ?? 0,
    };

    private protected override void FormatAttributes(XmlOutput output) => output
        .Attribute("controller", (ulong?)Controller)
        .Attribute("bus", (ulong?)Bus)
        .Attribute("target", (ulong?)Target)
        .Attribute("unit", (ulong?)Unit);
}
