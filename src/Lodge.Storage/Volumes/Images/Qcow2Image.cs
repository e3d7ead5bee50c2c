using System.Buffers.Binary;
using System.Numerics;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Volumes.Local;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Images;

/// <summary>
/// Empty qcow2 images, written without a program: a header, a table of reference counts with one block, and a table of
/// tables in which nothing is mapped. What is more than that is <c>qemu-img</c>'s work.
/// </summary>
/// <remarks>Source: QEMU's <c>docs/interop/qcow2.txt</c>.</remarks>
internal sealed class Qcow2Image
{
    private const ulong DefaultCluster = 65536;
    private const ulong SmallestCluster = 512;
    private const ulong LargestCluster = 2 * 1024 * 1024;
    private const ulong Kib = 1024;
    private const ulong TableEntry = 8;
    private const ulong CountEntry = 2;
    private const ulong TableCluster = 3;

    private readonly bool _isSecondVersion;
    private readonly bool _hasLazyCounts;
    private readonly ulong _cluster;
    private readonly ulong _size;
    private readonly ulong _tableEntries;
    private readonly ulong _clusters;

    private Qcow2Image(StorageVolumeDefinition volume)
    {
        var target = volume.Target;
        _isSecondVersion = target.Compatibility == "1.1";
        _hasLazyCounts = target.Features?.HasFlag(VolumeFeatures.LazyRefcounts) == true;
        _cluster = target.ClusterSize == 0 ? DefaultCluster : target.ClusterSize;
        _size = (volume.Capacity + Kib - 1) / Kib * Kib;
        var mapped = _cluster * (_cluster / TableEntry);
        _tableEntries = (_size + mapped - 1) / mapped;
        _clusters = TableCluster + (((_tableEntries * TableEntry) + _cluster - 1) / _cluster);
    }

    // One block of counts must do.
    private bool IsSmall => _clusters <= _cluster / CountEntry;

    /// <summary>Whether an image can be made here.</summary>
    public static bool CanBuild(VolumeBuild build)
    {
        var (volume, target) = (build.Volume, build.Volume.Target);
        return build.Input is null && build.Flags == 0 && volume.Backing is null
            && ImageFormats.Of(volume) == StorageFormat.Qcow2 && volume.Capacity is > 0 and <= long.MaxValue / 2
            && target is { Encryption: null, NoCopyOnWrite: false, Compatibility: null or "0.10" or "1.1" }
            && target.Features is null or VolumeFeatures.None or VolumeFeatures.LazyRefcounts
            && (target.ClusterSize == 0 || IsCluster(target.ClusterSize))
            && new Qcow2Image(volume).IsSmall;
    }

    /// <summary>Makes one, and takes it away again where that fails.</summary>
    /// <exception cref="VirException">It cannot be made so.</exception>
    public static void Build(VolumeBuild build)
    {
        QemuImgCheck.Run(build);
        _ = QemuImgOptions.Write(build, backing: null, secretAlias: null);
        var volume = build.Volume;
        const int Flags = LibC.ReadWrite | LibC.Create | LibC.Exclusive | LibC.NoFollow | LibC.CloseOnExec;
        var number = LibC.Open(volume.Path, Flags, VolumeOwner.Mode(volume));
        if (number < 0) throw StorageError.System($"Failed to create file '{volume.Path}'");
        using var file = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            VolumeOwner.Set(volume, file);
            new Qcow2Image(volume).Write(file, volume.Path);
        }
        catch
        {
            _ = LibC.Unlink(volume.Path);
            throw;
        }
    }

    private static bool IsCluster(ulong size) =>
        BitOperations.IsPow2(size) && size is >= SmallestCluster and <= LargestCluster;

    private void Write(SafeFileHandle file, string path)
    {
        // All that is not written reads as zero: nothing mapped, nothing counted.
        if (LibC.Truncate(file, (long)(_clusters * _cluster)) != 0)
        {
            throw StorageError.System($"cannot extend file '{path}'");
        }

        try
        {
            RandomAccess.Write(file, Header(), 0);
            Span<byte> place = stackalloc byte[(int)TableEntry];
            BinaryPrimitives.WriteUInt64BigEndian(place, 2 * _cluster);
            RandomAccess.Write(file, place, (long)_cluster);
            RandomAccess.Write(file, Counts(), (long)(2 * _cluster));
        }
        catch (IOException failure)
        {
            throw FileFailure.Of(failure, $"failed writing to file '{path}'");
        }
    }

    private byte[] Header()
    {
        const int FirstLength = 72;
        const int SecondLength = 104;
        const int Sixteen = 4;
        var header = new byte[SecondLength + (int)TableEntry];
        Put32(0, 0x514649fb);
        Put32(4, _isSecondVersion ? 3u : 2u);
        Put32(20, (uint)BitOperations.Log2(_cluster));
        Put64(24, _size);
        Put32(36, (uint)_tableEntries);
        Put64(40, TableCluster * _cluster);
        Put64(48, _cluster);
        Put32(56, 1);
        if (!_isSecondVersion) return header[..(FirstLength + (int)TableEntry)];
        Put64(80, _hasLazyCounts ? 1u : 0u);
        Put32(96, Sixteen);
        Put32(100, SecondLength);
        return header;

        void Put32(int offset, uint value) => BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(offset), value);
        void Put64(int offset, ulong value) => BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(offset), value);
    }

    private byte[] Counts()
    {
        var counts = new byte[_clusters * CountEntry];
        for (var index = 1; index < counts.Length; index += (int)CountEntry)
        {
            counts[index] = 1;
        }

        return counts;
    }
}
