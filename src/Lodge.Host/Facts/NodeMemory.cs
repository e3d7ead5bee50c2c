using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>Memory of the host or of one NUMA cell, in KiB (<c>virNodeGetMemoryStats</c>).</summary>
/// <param name="Total">All there is.</param>
/// <param name="Free">Used by nothing.</param>
/// <param name="Buffers">Buffers of block devices; null for a cell, which does not tell.</param>
/// <param name="Cached">Cached file content; null for a cell.</param>
public readonly record struct NodeMemory(long Total, long Free, long? Buffers, long? Cached)
{
    /// <summary>Stands for all cells together (<c>VIR_NODE_MEMORY_STATS_ALL_CELLS</c>).</summary>
    public const int AllCells = -1;

    /// <summary>Reads /proc/meminfo, or the meminfo of one cell.</summary>
    /// <exception cref="VirException">There is no such cell (<c>VIR_ERR_INVALID_ARG</c>).</exception>
    public static NodeMemory Read(HostFiles files, int cell)
    {
        var cells = files.Numbered("/sys/devices/system/node", "node");
        if (cell == AllCells || (cells.Length == 0 && cell == 0))
        {
            return Parse(files.Text("/proc/meminfo"), "");
        }

        if (!cells.Contains(cell))
        {
            throw HostErrors.InvalidArgument(
                "virHostMemGetStats",
                "cellNum",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"cellNum in virHostMemGetStats must be less than or equal to {cells.LastOrDefault()}"));
        }

        return OfCell(files, cell);
    }

    /// <summary>All memory: that of the cells where there are any, as libvirt counts.</summary>
    public static long TotalKiB(HostFiles files)
    {
        var cells = files.Numbered("/sys/devices/system/node", "node");
        return cells.Length > 0 ? cells.Sum(cell => OfCell(files, cell).Total) : Read(files, AllCells).Total;
    }

    /// <summary>Free memory in bytes, counted as <see cref="TotalKiB"/> counts (<c>virNodeGetFreeMemory</c>).</summary>
    public static long FreeBytes(HostFiles files)
    {
        var cells = files.Numbered("/sys/devices/system/node", "node");
        return 1024 * (cells.Length > 0 ? cells.Sum(cell => OfCell(files, cell).Free) : Read(files, AllCells).Free);
    }

    private static NodeMemory OfCell(HostFiles files, int cell)
    {
        var read = Parse(
            files.Text($"/sys/devices/system/node/node{cell}/meminfo"),
            string.Create(CultureInfo.InvariantCulture, $"Node {cell} "));
        return read with { Buffers = null, Cached = null };
    }

    private static NodeMemory Parse(string? text, string prefix)
    {
        long total = 0, free = 0, buffers = 0, cached = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = line[prefix.Length..];
            var colon = rest.IndexOf(':');
            if (colon < 0 || !KiB(rest[(colon + 1)..], out var value))
            {
                continue;
            }

            switch (rest[..colon])
            {
                case "MemTotal": total = value; break;
                case "MemFree": free = value; break;
                case "Buffers": buffers = value; break;
                case "Cached": cached = value; break;
                default: break;
            }
        }

        return new NodeMemory(total, free, buffers, cached);
    }

    private static bool KiB(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim();
        text = text.EndsWith("kB", StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
