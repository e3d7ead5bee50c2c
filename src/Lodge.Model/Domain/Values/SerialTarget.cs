using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kind of a serial port.</summary>
public enum SerialTarget
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>isa-serial</c>.</summary>
    IsaSerial,

    /// <summary><c>usb-serial</c>.</summary>
    UsbSerial,

    /// <summary><c>pci-serial</c>.</summary>
    PciSerial,

    /// <summary><c>spapr-vio-serial</c>.</summary>
    SpaprVioSerial,

    /// <summary><c>system-serial</c>.</summary>
    SystemSerial,

    /// <summary><c>sclp-serial</c>.</summary>
    SclpSerial,

    /// <summary><c>isa-debug</c>.</summary>
    IsaDebug,
}

/// <summary>The words of <see cref="SerialTarget"/>.</summary>
public static class SerialTargetNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SerialTarget> Table { get; } = new(
        "none", "isa-serial", "usb-serial", "pci-serial", "spapr-vio-serial", "system-serial", "sclp-serial",
        "isa-debug");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SerialTarget value) => Table[value];
}
