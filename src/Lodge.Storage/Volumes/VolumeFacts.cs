using System.Text;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Probing;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes;

/// <summary>What a file's status and header tell of a volume.</summary>
internal static class VolumeFacts
{
    private const ulong Sector = 512;
    private const string LabelName = "security.selinux";
    private const int LongestLabel = 4096;

    /// <summary>The volume with its sizes, owners and times.</summary>
    public static StorageVolumeDefinition Apply(
        StorageVolumeDefinition volume, SafeFileHandle file, in FileFacts facts, string path)
    {
        var size = facts.Kind == FileKind.Block ? DeviceSize(file, path) : facts.Kind == FileKind.Folder
            ? 0 : facts.Size;
        return volume with
        {
            Capacity = size,
            Physical = size,
            Allocation = facts.Kind switch
            {
                FileKind.Block => size,
                FileKind.Folder => 0,
                _ => facts.Allocated,
            },
            Target = Apply(volume.Target, facts, Label(file, path)),
        };
    }

    /// <summary>The place with its owners and times.</summary>
    public static StorageVolumeTarget Apply(StorageVolumeTarget target, in FileFacts facts,
        string? label) => target with
    {
        Permissions = new StoragePermissions
        {
            Mode = facts.Mode, Owner = facts.Owner, Group = facts.Group, Label = label,
        },
        Timestamps = Timestamps(facts),
    };

    /// <summary>The volume with what its header says.</summary>
    public static StorageVolumeDefinition Apply(StorageVolumeDefinition volume, ImageHeader header) => volume with
    {
        Capacity = Content(header.Capacity > 0 ? header.Capacity : volume.Capacity, header.Encryption),
        Target = volume.Target with
        {
            Format = header.Format.ToXml(),
            ClusterSize = header.ClusterSize,
            Compatibility = header.Compatibility,
            Features = header.Features,
            Encryption = header.Encryption is { } encryption
                ? new StorageEncryption { Format = encryption.Format }
                : null,
        },
    };

    /// <summary>The size of what an image holds, without the header of its encryption.</summary>
    public static ulong Content(ulong capacity, ImageEncryption? encryption)
    {
        var offset = (encryption?.PayloadOffset ?? 0) * Sector;
        return offset < capacity ? capacity - offset : 0;
    }

    /// <summary>What is known of an image below another; only its path and format where it is not there.</summary>
    public static StorageVolumeTarget Backing(string path, StorageFormat? format)
    {
        var target = new StorageVolumeTarget { Path = path, Format = (format ?? StorageFormat.Raw).ToXml() };
        try
        {
            if (!FileFacts.TryGet(path, follow: true, out var facts)) return target;
            if (facts.Kind == FileKind.Folder) return Apply(target, facts, null) with { Format = "dir" };
            ImageFile.RefuseChannels(path, facts.Kind);
            using var file = ImageFile.Open(path);
            var found = format ?? ImageHeader.Probe(ImageFile.ReadHead(file, path));
            return Apply(target, facts, Label(file, path)) with { Format = found.ToXml() };
        }
        catch (VirException)
        {
            // It is another volume's business what is wrong with it.
            return target;
        }
    }

    /// <summary>When a file was used and changed.</summary>
    public static StorageTimestamps Timestamps(in FileFacts facts) =>
        new(Time(facts.Accessed), Time(facts.Modified), Time(facts.Changed));

    /// <summary>The bytes of a device.</summary>
    public static ulong DeviceSize(SafeFileHandle file, string path)
    {
        var end = LibC.Seek(file, 0, LibC.SeekEnd);
        return end >= 0 ? (ulong)end : throw StorageError.System($"failed to seek to end of {path}");
    }

    private static StorageTime Time(FileStatus.FileTime time) => new(time.Seconds, time.Nanoseconds);

    private static unsafe string? Label(SafeFileHandle file, string path)
    {
        var label = stackalloc byte[LongestLabel];
        var length = LibC.GetAttribute(file, LabelName, label, LongestLabel);
        if (length >= 0) return Encoding.UTF8.GetString(label, (int)length).TrimEnd('\0');
        return System.Runtime.InteropServices.Marshal.GetLastPInvokeError() is LibC.NoData or LibC.NotSupported
            ? null
            : throw StorageError.System($"cannot get file context of '{path}'");
    }
}
