using System.Globalization;
using Lodge.Model.Storage;

namespace Lodge.Storage.Backends.Disks;

/// <summary>A line of <c>parted --machine … unit B print free</c>: a partition or a stretch without one.</summary>
/// <param name="Number">The partition's number; 0 for free room.</param>
/// <param name="Extent">Where it is.</param>
internal readonly record struct PartitionLine(int Number, StorageExtent Extent)
{
    /// <summary>Whether no partition is there.</summary>
    public bool IsFree => Number == 0;

    /// <summary>
    /// Reads lines such as <c>1:1048576B:11534335B:10485760B:ext4::;</c>, whose end is the last byte.
    /// </summary>
    public static IReadOnlyList<PartitionLine> Parse(string output)
    {
        var lines = new List<PartitionLine>();
        foreach (var line in output.Split('\n'))
        {
            var fields = line.TrimEnd(';', '\r').Split(':');
            if (fields.Length < 5
                || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || !TryBytes(fields[1], out var start) || !TryBytes(fields[2], out var last))
                continue;
            lines.Add(new(fields[4] == "free" ? 0 : number, new StorageExtent(start, last + 1)));
        }

        return lines;
    }

    private static bool TryBytes(string text, out ulong bytes)
    {
        bytes = 0;
        return text.EndsWith('B')
            && ulong.TryParse(
                text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out bytes);
    }
}
