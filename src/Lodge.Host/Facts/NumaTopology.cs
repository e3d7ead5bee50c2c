using System.Globalization;

namespace Lodge.Host.Facts;

/// <summary>A CPU's place in the host.</summary>
/// <param name="Id">The kernel's number of the CPU.</param>
/// <param name="Socket">Its socket.</param>
/// <param name="Die">Its die in the socket.</param>
/// <param name="Core">Its core in the die.</param>
/// <param name="Siblings">The CPUs of the same core, itself with them, ascending.</param>
public sealed record NumaCpu(int Id, int Socket, int Die, int Core, IReadOnlyList<int> Siblings);

/// <summary>Pages of one size in a cell.</summary>
/// <param name="SizeKiB">Size of a page in KiB.</param>
/// <param name="Count">Pages there are; of the normal size, what the huge ones leave.</param>
/// <param name="Free">Pages free.</param>
public readonly record struct NumaPages(int SizeKiB, long Count, long Free);

/// <summary>Distance from a cell to another; 10 is to itself.</summary>
/// <param name="Cell">The other cell.</param>
/// <param name="Value">The distance.</param>
public readonly record struct NumaDistance(int Cell, int Value);

/// <summary>One NUMA cell.</summary>
/// <param name="Id">The kernel's number of the cell.</param>
/// <param name="MemoryKiB">Its memory in KiB.</param>
/// <param name="Pages">Its pages by size, normal ones first.</param>
/// <param name="Distances">Distances to each cell.</param>
/// <param name="Cpus">Its CPUs that run, ascending.</param>
public sealed record NumaCell(
    int Id,
    long MemoryKiB,
    IReadOnlyList<NumaPages> Pages,
    IReadOnlyList<NumaDistance> Distances,
    IReadOnlyList<NumaCpu> Cpus);

/// <summary>The cells of the host; a host without NUMA has one cell with everything in it.</summary>
/// <param name="Cells">The cells, ascending.</param>
public sealed record NumaTopology(IReadOnlyList<NumaCell> Cells)
{
    /// <summary>Reads /sys/devices/system/node.</summary>
    public static NumaTopology Read(HostFiles files)
    {
        var map = CpuMap.Read(files);
        var numbers = files.Numbered("/sys/devices/system/node", "node");
        if (numbers.Length == 0)
        {
            var memory = NodeMemory.Read(files, NodeMemory.AllCells);
            return new NumaTopology(
                [new NumaCell(0, memory.Total, [], [], Cpus(files, "/sys/devices/system/cpu", map))]);
        }

        return new NumaTopology([.. numbers.Select(n => ReadCell(files, n, numbers, map))]);
    }

    private static NumaCell ReadCell(HostFiles files, int cell, int[] cells, CpuMap map)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/node/node{cell}");
        var memory = NodeMemory.Read(files, cell);
        var distances = (files.Text(folder + "/distance") ?? string.Empty)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Zip(cells, static (d, c) => new NumaDistance(c, int.Parse(d, CultureInfo.InvariantCulture)));
        return new NumaCell(
            cell, memory.Total, HugePages.OfCell(files, folder, memory), [.. distances], Cpus(files, folder, map));
    }

    private static NumaCpu[] Cpus(HostFiles files, string folder, CpuMap map) =>
    [
        .. files.Numbered(folder, "cpu").Where(map.IsOnline).Select(cpu =>
        {
            var topology = string.Create(CultureInfo.InvariantCulture, $"/sys/devices/system/cpu/cpu{cpu}/topology");
            return new NumaCpu(
                cpu,
                (int)Math.Max(0, files.Number(topology + "/physical_package_id") ?? 0),
                (int)Math.Max(0, files.Number(topology + "/die_id") ?? 0),
                (int)Math.Max(0, files.Number(topology + "/core_id") ?? 0),
                files.CpuList(topology + "/thread_siblings_list") ?? [cpu]);
        }),
    ];
}
