using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>What a disk served by another process cannot have (<c>virDomainDiskVhostUserValidate</c>).</summary>
internal static class VhostUserDiskValidation
{
    public static VirException? Find(Disk disk) =>
        disk.Bus != DiskBus.Virtio ? DomainUnsupported("vhostuser disk supports only virtio bus")
        : disk.Snapshot != SnapshotLocation.No
            ? DomainUnsupported("only snapshot=no is supported with vhostuser disk")
        : Extra(disk) is { } extra ? DomainUnsupported($"{extra} is not supported with vhostuser disk")
        : null;

    private static string? Extra(Disk disk) =>
        disk.Driver.Cache != DiskCache.Default ? "cache"
        : disk.Driver.ErrorPolicy != DiskErrorPolicy.Default || disk.Driver.ReadErrorPolicy != DiskErrorPolicy.Default
            ? "error_policy"
        : disk.Driver.Io != DiskIo.Default ? "io"
        : disk.Driver.IoEventFd is not null ? "ioeventfd"
        : disk.Driver.CopyOnRead is not null ? "copy_on_read"
        : disk.Driver.Discard != DiskDiscard.Default ? "discard"
        : disk.Driver.IoThread > 0 ? "iothread"
        : disk.Driver.DetectZeroes != DetectZeroes.Default ? "detect_zeroes"
        : disk.Source.MetadataCacheSize > 0 ? "metadata_cache"
        : disk.IoTune is not null and not { IsEmpty: true } ? "iotune"
        : disk.Source.Backing is not null ? "backingStore"
        : disk.Source.Encryption is not null ? "encryption"
        : disk.Readonly ? "readonly"
        : disk.Shareable ? "shareable"
        : disk.Transient ? "transient"
        : disk.Serial is not null ? "serial"
        : disk.Wwn is not null ? "wwn"
        : disk.Vendor is not null ? "vendor"
        : disk.Product is not null ? "product"
        : disk.Source.Auth is not null ? "auth"
        : disk.Geometry is not null ? "geometry"
        : disk.LogicalBlockSize > 0 || disk.PhysicalBlockSize > 0 ? "blockio"
        : null;
}
