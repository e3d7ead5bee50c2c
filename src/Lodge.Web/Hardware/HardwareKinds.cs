using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <summary>All kinds of hardware that pages know.</summary>
public static partial class HardwareKinds
{
    private static string[] OnOff => ["", "on", "off"];

    /// <summary>The settings of the whole machine.</summary>
    public static IReadOnlyList<HardwareKind> Machine { get; } = [System, Processors, Memory, Boot];

    /// <summary>The devices.</summary>
    public static IReadOnlyList<HardwareKind> Devices { get; } =
    [
        Disk, Network, Graphics, Video, Input, Sound, Serial, Parallel, Console, Channel, UsbHost, PciHost, MdevHost,
        Controller, Filesystem, Smartcard, Redirection, Tpm, Random, Watchdog, Panic, Vsock, Balloon, SharedMemory,
        MemoryModule, Iommu, OtherHost,
    ];

    /// <summary>The kinds that can be added.</summary>
    public static IEnumerable<HardwareKind> Addable => Devices.Where(kind => kind.Template is not null);

    /// <summary>The kind of a device, or null.</summary>
    public static HardwareKind? Of(XElement device) =>
        Devices.FirstOrDefault(kind => kind.Element == device.Name.LocalName && kind.Fits(device));

    private static string Text(XElement? element, string attribute) => (string?)element?.Attribute(attribute) ?? "";
}
