using System.Globalization;
using Lodge.Model.Storage;
using Lodge.Storage.Native;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Disks;

/// <summary>The partitions of a disk and the room between them.</summary>
internal sealed class PartitionTable
{
    private const int BootRecordSize = 512;
    private const int EntriesOffset = 446;
    private const int EntrySize = 16;
    private const int TypeOffset = 4;
    private const int PrimaryEntries = 4;

    private readonly IReadOnlyList<PartitionLine> _lines;
    private readonly int _extended;
    private readonly bool _isDos;

    /// <summary>Takes what parted and the boot record say.</summary>
    /// <param name="lines">Parted's lines.</param>
    /// <param name="bootRecord">The disk's first sector, where its table is one of MS-DOS.</param>
    public PartitionTable(IReadOnlyList<PartitionLine> lines, ReadOnlySpan<byte> bootRecord)
    {
        _lines = lines;
        _isDos = bootRecord.Length == BootRecordSize;
        for (var entry = 0; _isDos && entry < PrimaryEntries; entry++)
        {
            // The three numbers that extended partitions have had: of DOS, of Windows, of Linux.
            if (bootRecord[EntriesOffset + (entry * EntrySize) + TypeOffset] is 0x05 or 0x0f or 0x85)
                _extended = entry + 1;
        }
    }

    /// <summary>The partitions.</summary>
    public IEnumerable<PartitionLine> Partitions => _lines.Where(line => !line.IsFree);

    /// <summary>Room for partitions, each stretch with whether it is inside the extended partition.</summary>
    public IEnumerable<(StorageExtent Extent, bool IsLogical)> Free =>
        _lines.Where(line => line.IsFree).Select(line => (line.Extent, IsInsideExtended(line.Extent)));

    /// <summary>Whether the disk has an extended partition.</summary>
    public bool HasExtended => _extended != 0;

    /// <summary>Reads a disk's table.</summary>
    public static async Task<PartitionTable> ReadAsync(string device, bool isDos, CancellationToken cancellation)
    {
        var output = await Tool.RunAsync(
            "parted", ["--machine", "--script", device, "unit", "B", "print", "free"], cancellation);
        return new PartitionTable(PartitionLine.Parse(output), isDos ? ReadBootRecord(device) : []);
    }

    /// <summary>What kind of partition one is.</summary>
    public PartitionKind KindOf(PartitionLine line) => line.Number == _extended ? PartitionKind.Extended
        : _isDos && line.Number > PrimaryEntries ? PartitionKind.Logical
        : PartitionKind.Primary;

    /// <summary>The node of a partition; a <c>p</c> parts its number from a disk whose name ends in a digit.</summary>
    public static string NodeOf(StoragePoolDevice device, int number)
    {
        var disk = RealPath.Of(device.Path);
        var isMapped = disk.StartsWith("/dev/dm-", StringComparison.Ordinal);
        var name = isMapped ? device.Path : disk;
        var separator = device.PartitionSeparator ?? char.IsAsciiDigit(name[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"{name}{(separator ? "p" : "")}{number}");
    }

    private bool IsInsideExtended(StorageExtent extent) => _extended != 0 && _lines.Any(
        line => line.Number == _extended && line.Extent.Start <= extent.Start && extent.End <= line.Extent.End);

    private static byte[] ReadBootRecord(string device)
    {
        var record = new byte[BootRecordSize];
        using var file = Probing.ImageFile.Open(device);
        return Probing.ImageFile.ReadHead(file, device, record) == BootRecordSize ? record : [];
    }
}
