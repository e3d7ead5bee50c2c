using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>The sizes of an image, in bytes.</summary>
/// <param name="Capacity">What a guest sees.</param>
/// <param name="Allocation">What the image takes of the host's disk.</param>
/// <param name="Physical">How long the file or device is.</param>
/// <remarks>Source: QEMU's <c>docs/interop/qcow2.txt</c>; statx(2).</remarks>
internal readonly partial record struct ImageSize(ulong Capacity, ulong Allocation, ulong Physical)
{
    private const int QcowHeader = 32;
    private const int QcowSizeOffset = 24;
    private const uint QcowMagic = 0x514649fb;
    private const int SizeOffset = 40;
    private const int BlocksOffset = 48;
    private const int StatxSize = 256;
    private const int AtCurrentFolder = -100;
    private const uint BasicStats = 0x7ff;
    private const ulong BlockSize = 512;

    /// <summary>
    /// Reads the sizes of an image that no guest has open; null where it is none of this host's files.
    /// </summary>
    public static ImageSize? Read(StorageSource image) => Read(image.Type, image.Path, image.Format);

    /// <summary>The same of a disk's uppermost image.</summary>
    public static ImageSize? Read(DiskFacts disk) => Read(disk.Type, disk.Path, disk.Format);

    private static ImageSize? Read(StorageType type, string? path, StorageFormat format)
    {
        if (type is not (StorageType.File or StorageType.Block) || path is null || Stat(path) is not { } file)
            return null;
        var length = type == StorageType.Block ? DeviceLength(path) : file.Length;
        var capacity = format == StorageFormat.Qcow2 ? QcowCapacity(path) ?? length : length;
        return new ImageSize(capacity, type == StorageType.Block ? length : file.Allocated, length);
    }

    /// <summary>How long an image's file or device is; 0 where that cannot be known.</summary>
    public static ulong PhysicalOf(StorageSource image) => image switch
    {
        { Type: StorageType.File, Path: { } path } => Stat(path)?.Length ?? 0,
        { Type: StorageType.Block, Path: { } path } => DeviceLength(path),
        _ => 0,
    };

    private static unsafe (ulong Length, ulong Allocated)? Stat(string path)
    {
        var result = stackalloc byte[StatxSize];
        return Statx(AtCurrentFolder, path, 0, BasicStats, result) != 0
            ? null
            : (*(ulong*)(result + SizeOffset), *(ulong*)(result + BlocksOffset) * BlockSize);
    }

    private static ulong DeviceLength(string path)
    {
        try
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return (ulong)device.Seek(0, SeekOrigin.End);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static ulong? QcowCapacity(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> header = stackalloc byte[QcowHeader];
            return RandomAccess.Read(file, header, 0) == QcowHeader
                && BinaryPrimitives.ReadUInt32BigEndian(header) == QcowMagic
                    ? BinaryPrimitives.ReadUInt64BigEndian(header[QcowSizeOffset..])
                    : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Statx(int folder, string path, int flags, uint mask, byte* result);
}
