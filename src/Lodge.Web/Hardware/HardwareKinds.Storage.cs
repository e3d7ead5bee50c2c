using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <content>Disks, folders and what they are attached to.</content>
public static partial class HardwareKinds
{
    private static HardwareKind Disk => new()
    {
        Id = "disk", Label = "Disk", Icon = "disk", Element = "disk",
        Identity = disk => Text(disk.Element("target"), "dev"),
        Title = disk => Text(disk, "device") switch
        {
            "cdrom" => $"CD-ROM {Text(disk.Element("target"), "dev")}",
            "floppy" => $"Floppy {Text(disk.Element("target"), "dev")}",
            _ => $"Disk {Text(disk.Element("target"), "dev")}",
        },
        Template = domain => XElement.Parse($"""
            <disk type='file' device='disk'><driver name='qemu' type='qcow2'/>
            <target dev='{FreeTarget(domain, "vd")}' bus='virtio'/></disk>
            """),
        Fields =
        [
            new("Device", "@device", FieldShape.Choice, ["disk", "cdrom", "floppy", "lun"]),
            new("Kind of source", "@type", FieldShape.Choice, ["file", "block", "volume", "network", "dir"]),
            new("File", "source/@file", IsLive: true, Help: "The image or ISO on the host; empty for an empty drive."),
            new("Block device", "source/@dev"),
            new("Pool", "source/@pool"),
            new("Volume", "source/@volume"),
            new("Bus", "target/@bus", FieldShape.Choice, ["virtio", "sata", "scsi", "ide", "usb", "fdc"]),
            new("Name in the guest", "target/@dev"),
            new("Format", "driver/@type", FieldShape.Choice, ["", "qcow2", "raw", "vmdk", "vdi", "qed"]),
            new("Cache", "driver/@cache", FieldShape.Choice,
                ["", "none", "writeback", "writethrough", "directsync", "unsafe"]),
            new("Discard", "driver/@discard", FieldShape.Choice, ["", "unmap", "ignore"]),
            new("Read and write by", "driver/@io", FieldShape.Choice, ["", "native", "threads", "io_uring"]),
            new("Read only", "readonly", FieldShape.Presence),
            new("Shared by several guests", "shareable", FieldShape.Presence),
            new("Serial number", "serial"),
            new("Most bytes in a second", "iotune/total_bytes_sec", FieldShape.Number),
            new("Most requests in a second", "iotune/total_iops_sec", FieldShape.Number),
            new("Place in the boot order", "boot/@order", FieldShape.Number),
        ],
    };

    private static HardwareKind Controller => new()
    {
        Id = "controller", Label = "Controller", Icon = "device", Element = "controller",
        Identity = controller => $"{Text(controller, "type")}-{Text(controller, "index")}",
        Title = controller => $"Controller {Text(controller, "type").ToUpperInvariant()} {Text(controller, "index")}",
        Template = _ => XElement.Parse("<controller type='scsi' model='virtio-scsi'/>"),
        Fields =
        [
            new("Type", "@type", FieldShape.Choice,
                ["scsi", "usb", "sata", "virtio-serial", "ide", "fdc", "ccid", "pci"]),
            new("Model", "@model", Choices: ["virtio-scsi", "qemu-xhci", "pcie-root-port", "pcie-to-pci-bridge"]),
            new("Index", "@index", FieldShape.Shown),
            new("Queues", "driver/@queues", FieldShape.Number),
        ],
    };

    private static HardwareKind Filesystem => new()
    {
        Id = "filesystem", Label = "Shared folder", Icon = "folder", Element = "filesystem",
        Identity = folder => Text(folder.Element("target"), "dir"),
        Title = folder => $"Folder {Text(folder.Element("target"), "dir")}",
        Template = _ => XElement.Parse("""
            <filesystem type='mount' accessmode='passthrough'><driver type='virtiofs'/>
            <source dir=''/><target dir='shared'/></filesystem>
            """),
        Fields =
        [
            new("Driver", "driver/@type", FieldShape.Choice, ["virtiofs", "path", "handle"]),
            new("Folder on the host", "source/@dir"),
            new("Name in the guest", "target/@dir", Help: "The guest mounts it by this name."),
            new("Read only", "readonly", FieldShape.Presence),
        ],
    };

    /// <summary>The first name of a disk that is free: <c>vda</c>, <c>vdb</c> …</summary>
    public static string FreeTarget(XElement domain, string prefix)
    {
        var taken = domain.Elements("devices").Elements("disk").Select(disk => Text(disk.Element("target"), "dev"))
            .ToHashSet(StringComparer.Ordinal);
        for (var number = 0; ; number++)
        {
            var letters = "";
            for (var rest = number; rest >= 0; rest = (rest / 26) - 1) letters = (char)('a' + (rest % 26)) + letters;
            if (!taken.Contains(prefix + letters)) return prefix + letters;
        }
    }
}
