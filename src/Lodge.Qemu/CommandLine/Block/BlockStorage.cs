using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>The block node that reaches an image's bytes, wherever they lie.</summary>
internal static class BlockStorage
{
    /// <summary>Which parts of a storage node's properties are wanted.</summary>
    public enum Form
    {
        /// <summary>A node of a disk: QEMU turns it read-only and back as layers above need.</summary>
        Disk,

        /// <summary>A node behind a passed-through SCSI device.</summary>
        HostDevice,
    }

    public static QemuProperties Properties(
        StorageSource source, BlockPolicy policy, string node, BlockSecrets secrets, Form form = Form.Disk)
    {
        var properties = Location(source, policy, secrets)
            .Add("node-name", node)
            .Add("cache", policy.CacheProperties());
        return form == Form.Disk
            ? properties.Add("auto-read-only", (bool?)true).Add("discard", "unmap")
            : properties.Add("read-only", (bool?)policy.IsReadOnly);
    }

    private static QemuProperties Location(StorageSource source, BlockPolicy policy, BlockSecrets secrets)
    {
        if (source.FdGroup is { } group)
        {
            throw ConfigurationError.InvalidArgument(
                $"file descriptor group '{group}' was not associated with the domain");
        }

        switch (source.Type)
        {
            case StorageType.File:
                return File("file", source, policy, secrets);
            case StorageType.Block:
                return File(policy.IsHostCdrom ? "host_cdrom" : "host_device", source, policy, secrets);
            case StorageType.Dir:
                return new QemuProperties()
                    .Add("driver", "vvfat")
                    .Add("dir", source.Path)
                    .Add("floppy", (bool?)policy.IsFloppy)
                    .Add("rw", (bool?)!policy.IsReadOnly);
            case StorageType.Nvme:
                return new QemuProperties()
                    .Add("driver", "nvme")
                    .Add("device", source.Nvme!.Address.ToString())
                    .Add("namespace", (ulong?)source.Nvme.Namespace);
            case StorageType.Network:
                return BlockNetworkStorage.Location(source, source.Network!, secrets);
            case StorageType.Volume:
                throw ConfigurationError.Internal(
                    $"storage source pool '{source.Volume?.Pool}' volume '{source.Volume?.Volume}' is not translated");
            default:
                throw ConfigurationError.Internal(
                    $"unable to create a block node for storage of type '{source.Type.ToXml()}'");
        }
    }

    private static QemuProperties File(string driver, StorageSource source, BlockPolicy policy, BlockSecrets secrets) =>
        new QemuProperties()
            .Add("driver", driver)
            .Add("filename", source.Path)
            .Add("aio", policy.Io == DiskIo.Default ? null : policy.Io.ToXml())
            .Add("pr-manager", secrets.ReservationsAlias);
}
