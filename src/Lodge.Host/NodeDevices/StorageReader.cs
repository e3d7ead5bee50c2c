using Lodge.Model.NodeDevice;

namespace Lodge.Host.NodeDevices;

/// <summary>Block devices that are drives: what udev knows of them, or the kernel's name of them betrays.</summary>
internal static class StorageReader
{
    // Drives whose drivers tell udev no type.
    private static readonly (string Prefix, string Type)[] Untold =
        [("/dev/vd", "disk"), ("/dev/dasd", "dasd"), ("/dev/nvme", "disk")];

    public static StorageCapability? Read(SysfsDevice device)
    {
        if (device.Node is not { } node || Type(device, node) is not { } type)
        {
            return null;
        }

        var storage = new StorageCapability
        {
            Block = node,
            Bus = device.Property("ID_BUS"),
            Serial = device.Property("ID_SERIAL"),
            Vendor = device.Text("device/vendor")?.Trim(),
            Model = device.Text("device/model")?.Trim(),
            DriveType = type,
        };
        return type switch
        {
            "cd" or "cd/dvd" => Removable(
                storage with { DriveType = "cdrom" }, device, device.Property("ID_CDROM_MEDIA") is "1"),
            "floppy" => Removable(storage, device, device.Property("ID_FS_LABEL") is not null),
            "disk" or "sd" => Sized(storage, device),
            "dasd" => Sized(storage with { Serial = device.Text("device/uid") ?? storage.Serial }, device),
            _ => null,
        };
    }

    private static string? Type(SysfsDevice device, string node)
    {
        if (device.Property("ID_TYPE") is { } told and not "generic")
        {
            return told;
        }

        if (device.Property("ID_DRIVE_FLOPPY") is not null) return "floppy";
        if (device.Property("ID_CDROM") is not null) return "cd";
        if (device.Property("ID_DRIVE_FLASH_SD") is not null) return "sd";
        return Array.Find(Untold, one => node.StartsWith(one.Prefix, StringComparison.Ordinal)).Type;
    }

    private static StorageCapability Sized(StorageCapability storage, SysfsDevice device) => storage with
    {
        Blocks = (ulong)(device.Number("size") ?? 0),
        BlockSize = (ulong)(device.Number("queue/logical_block_size") ?? 0),
    };

    private static StorageCapability Removable(StorageCapability storage, SysfsDevice device, bool hasMedium)
    {
        var drive = storage with { IsRemovable = device.Number("removable") == 1, HasMedium = hasMedium };
        return hasMedium ? Sized(drive, device) with { MediumLabel = device.Property("ID_FS_LABEL") } : drive;
    }
}
