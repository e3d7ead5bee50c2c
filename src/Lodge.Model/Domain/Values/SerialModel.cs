using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The hardware that a serial port is.</summary>
public enum SerialModel
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>isa-serial</c>.</summary>
    IsaSerial,

    /// <summary><c>usb-serial</c>.</summary>
    UsbSerial,

    /// <summary><c>pci-serial</c>.</summary>
    PciSerial,

    /// <summary><c>spapr-vty</c>.</summary>
    SpaprVty,

    /// <summary><c>pl011</c>.</summary>
    Pl011,

    /// <summary><c>sclpconsole</c>.</summary>
    Sclpconsole,

    /// <summary><c>sclplmconsole</c>.</summary>
    Sclplmconsole,

    /// <summary><c>16550a</c>.</summary>
    Model16550a,

    /// <summary><c>isa-debugcon</c>.</summary>
    IsaDebugcon,
}

/// <summary>The words of <see cref="SerialModel"/>.</summary>
public static class SerialModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SerialModel> Table { get; } = new(
        "none", "isa-serial", "usb-serial", "pci-serial", "spapr-vty", "pl011", "sclpconsole", "sclplmconsole",
        "16550a", "isa-debugcon");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SerialModel value) => Table[value];
}
