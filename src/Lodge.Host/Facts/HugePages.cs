using Lodge.Host.Native;

namespace Lodge.Host.Facts;

/// <summary>Pages by size: the processor's normal size, and the huge sizes the kernel has pools of.</summary>
public static class HugePages
{
    private const string Prefix = "hugepages-";

    /// <summary>Size of a normal page in KiB.</summary>
    public static int NormalSizeKiB { get; } = (int)(LibC.Sysconf(LibC.ScPageSize) / 1024);

    /// <summary>Page sizes of the host in KiB, the normal one first, then ascending.</summary>
    public static IReadOnlyList<int> SizesKiB(HostFiles files) =>
        [NormalSizeKiB, .. Sizes(files, "/sys/kernel/mm/hugepages")];

    internal static NumaPages[] OfCell(HostFiles files, string folder, NodeMemory memory)
    {
        var pools = folder + "/hugepages";
        var huge = Sizes(files, pools).Select(size => new NumaPages(
            size,
            files.Number($"{pools}/{Prefix}{size}kB/nr_hugepages") ?? 0,
            files.Number($"{pools}/{Prefix}{size}kB/free_hugepages") ?? 0)).ToArray();
        var inHugePages = huge.Sum(static p => p.Count * p.SizeKiB);
        var normal = new NumaPages(
            NormalSizeKiB, (memory.Total - inHugePages) / NormalSizeKiB, memory.Free / NormalSizeKiB);
        return [normal, .. huge];
    }

    private static IEnumerable<int> Sizes(HostFiles files, string folder)
    {
        var path = files.PathOf(folder);
        return !Directory.Exists(path)
            ? []
            : Directory.EnumerateDirectories(path, Prefix + "*")
                .Select(static d => Path.GetFileName(d)[Prefix.Length..].Replace("kB", "", StringComparison.Ordinal))
                .Select(static s => int.TryParse(s, out var size) ? size : 0)
                .Where(static s => s > 0)
                .Order();
    }
}
