using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <content>Devices of the host, and the rest.</content>
public static partial class HardwareKinds
{
    private static HardwareKind UsbHost => new()
    {
        Id = "hostdev-usb", Label = "USB device of the host", Icon = "usb", Element = "hostdev",
        Fits = device => Text(device, "type") == "usb",
        Identity = device => $"usb-{device.Element("source")}",
        Title = device => $"USB {Text(device.Element("source")?.Element("vendor"), "id")}:"
            + Text(device.Element("source")?.Element("product"), "id"),
        Template = _ => XElement.Parse("""
            <hostdev mode='subsystem' type='usb' managed='yes'>
            <source><vendor id='0x'/><product id='0x'/></source></hostdev>
            """),
        Fields =
        [
            new("Vendor", "source/vendor/@id", Help: "As in 0x046d."),
            new("Product", "source/product/@id"),
            new("Where it is missing", "source/@startupPolicy", FieldShape.Choice,
                ["", "mandatory", "requisite", "optional"]),
        ],
    };

    private static HardwareKind PciHost => new()
    {
        Id = "hostdev-pci", Label = "PCI device of the host", Icon = "device", Element = "hostdev",
        Fits = device => Text(device, "type") == "pci",
        Identity = device => $"pci-{device.Element("source")}",
        Title = device => $"PCI {Text(device.Element("source")?.Element("address"), "bus")}:"
            + Text(device.Element("source")?.Element("address"), "slot"),
        Template = _ => XElement.Parse("""
            <hostdev mode='subsystem' type='pci' managed='yes'>
            <source><address domain='0x0000' bus='0x00' slot='0x00' function='0x0'/></source></hostdev>
            """),
        Fields =
        [
            new("Domain", "source/address/@domain"), new("Bus", "source/address/@bus"),
            new("Slot", "source/address/@slot"), new("Function", "source/address/@function"),
            new("Taken from the host by itself", "@managed", FieldShape.Switch),
            new("ROM", "rom/@bar", FieldShape.Choice, OnOff),
        ],
    };

    private static HardwareKind MdevHost => new()
    {
        Id = "hostdev-mdev", Label = "Mediated device of the host", Icon = "device", Element = "hostdev",
        Fits = device => Text(device, "type") == "mdev",
        Identity = device => $"mdev-{device.Element("source")}",
        Title = device => $"Mediated {Text(device.Element("source")?.Element("address"), "uuid")}",
        Template = _ => XElement.Parse("""
            <hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid=''/></source></hostdev>
            """),
        Fields =
        [
            new("UUID", "source/address/@uuid"),
            new("Model", "@model", FieldShape.Choice, ["vfio-pci", "vfio-ccw", "vfio-ap"]),
        ],
    };

    private static HardwareKind OtherHost => new()
    {
        Id = "hostdev", Label = "Device of the host", Icon = "device", Element = "hostdev",
        Identity = device => $"other-{device.Element("source")}",
        Fields = [new("Type", "@type", FieldShape.Shown), new("Mode", "@mode", FieldShape.Shown)],
    };

    private static HardwareKind Smartcard => new()
    {
        Id = "smartcard", Label = "Smartcard reader", Icon = "key", Element = "smartcard",
        Template = _ => XElement.Parse("<smartcard mode='passthrough' type='spicevmc'/>"),
        Fields =
        [
            new("Mode", "@mode", FieldShape.Choice, ["passthrough", "host", "host-certificates"]),
            new("Kind of source", "@type", FieldShape.Choice, ["", "spicevmc", "tcp", "unix"]),
        ],
    };

    private static HardwareKind Redirection => new()
    {
        Id = "redirdev", Label = "USB redirection", Icon = "usb", Element = "redirdev",
        Template = _ => XElement.Parse("<redirdev bus='usb' type='spicevmc'/>"),
        Fields = [new("Type", "@type", FieldShape.Choice, ["spicevmc", "tcp"]), new("Bus", "@bus", FieldShape.Shown)],
    };

    private static HardwareKind Tpm => new()
    {
        Id = "tpm", Label = "TPM", Icon = "shield", Element = "tpm",
        Template = _ => XElement.Parse("<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>"),
        Fields =
        [
            new("Model", "@model", FieldShape.Choice, ["tpm-crb", "tpm-tis", "tpm-spapr", "spapr-tpm-proxy"]),
            new("Kind of source", "backend/@type", FieldShape.Choice, ["emulator", "passthrough"]),
            new("Version", "backend/@version", FieldShape.Choice, ["2.0", "1.2"]),
            new("Device of the host", "backend/device/@path"),
        ],
    };

    private static HardwareKind Random => new()
    {
        Id = "rng", Label = "Random numbers", Icon = "dice", Element = "rng",
        Template = _ => XElement.Parse("<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>"),
        Fields =
        [
            new("Model", "@model", FieldShape.Choice, ["virtio", "virtio-transitional", "virtio-non-transitional"]),
            new("Source", "backend"), new("Kind of source", "backend/@model", FieldShape.Shown),
            new("Bytes in a period", "rate/@bytes", FieldShape.Number),
            new("Period, ms", "rate/@period", FieldShape.Number),
        ],
    };

    private static HardwareKind Watchdog => new()
    {
        Id = "watchdog", Label = "Watchdog", Icon = "zap", Element = "watchdog",
        Template = _ => XElement.Parse("<watchdog model='i6300esb' action='reset'/>"),
        Fields =
        [
            new("Model", "@model", FieldShape.Choice, ["i6300esb", "ib700", "itco", "diag288"]),
            new("What it does", "@action", FieldShape.Choice,
                ["reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi"]),
        ],
    };

    private static HardwareKind Panic => new()
    {
        Id = "panic", Label = "Panic notifier", Icon = "warn", Element = "panic",
        Template = _ => XElement.Parse("<panic model='isa'/>"),
        Fields = [new("Model", "@model", FieldShape.Choice, ["isa", "pvpanic", "hyperv", "pseries", "s390"])],
    };

    private static HardwareKind Vsock => new()
    {
        Id = "vsock", Label = "Virtio socket", Icon = "link", Element = "vsock",
        Template = _ => XElement.Parse("<vsock model='virtio'><cid auto='yes'/></vsock>"),
        Fields =
        [
            new("Chosen number", "cid/@auto", FieldShape.Switch),
            new("Number", "cid/@address", FieldShape.Number),
        ],
    };

    private static HardwareKind Balloon => new()
    {
        Id = "memballoon", Label = "Memory balloon", Icon = "memory", Element = "memballoon", IsRemovable = false,
        Fields =
        [
            new("Model", "@model", FieldShape.Choice, ["virtio", "none"]),
            new("Gives back what is short", "@autodeflate", FieldShape.Switch, On: "on", Off: "off"),
            new("Reports unused pages", "@freePageReporting", FieldShape.Switch, On: "on", Off: "off"),
        ],
    };

    private static HardwareKind SharedMemory => new()
    {
        Id = "shmem", Label = "Shared memory", Icon = "memory", Element = "shmem",
        Identity = memory => Text(memory, "name"),
        Fields = [new("Name", "@name", FieldShape.Shown), new("Model", "model/@type", FieldShape.Shown)],
    };

    private static HardwareKind MemoryModule => new()
    {
        Id = "memory-module", Label = "Memory module", Icon = "memory", Element = "memory",
        Fields = [new("Model", "@model", FieldShape.Shown), new("Size, MiB", "target/size", FieldShape.Mebibytes)],
    };

    private static HardwareKind Iommu => new()
    {
        Id = "iommu", Label = "IOMMU", Icon = "device", Element = "iommu",
        Fields = [new("Model", "@model", FieldShape.Choice, ["intel", "virtio", "smmuv3"])],
    };
}
