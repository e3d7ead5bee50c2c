using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A port of a virtio-serial controller.</summary>
public sealed record VirtioSerialAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.VirtioSerial;

    /// <summary>The index of the controller.</summary>
    public uint Controller { get; init; }

    /// <summary>The bus of the controller.</summary>
    public uint Bus { get; init; }

    /// <summary>The port on the bus.</summary>
    public uint Port { get; init; }

    internal static VirtioSerialAddress Read(Element element) => new()
    {
        Controller = element.UInt("controller") ?? 0,
        Bus = element.UInt("bus") ?? 0,
        Port = element.UInt("port") ?? 0,
    };

    private protected override void FormatAttributes(XmlOutput output) => output
        .Attribute("controller", (ulong?)Controller)
        .Attribute("bus", (ulong?)Bus)
        .Attribute("port", (ulong?)Port);
}
