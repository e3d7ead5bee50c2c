using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lodge.Daemon.Server;

/// <summary>
/// Gives memory back that the start needed, or other work that is done but once: garbage, free heap, and code.
/// </summary>
internal static partial class ResidentMemory
{
    private const string Mappings = "/proc/self/smaps";
    private const int DontNeed = 4;

    /// <summary>Gives it back. What is needed again after all, the kernel finds in its cache of files.</summary>
    public static void Trim()
    {
        foreach (var (start, length) in Unchanged())
            _ = Advise(start, length, DontNeed);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _ = TrimHeap(0);
    }

    /// <summary>
    /// The parts of files in memory that nobody can write to and that hold no page of their own: to forget them loses
    /// nothing, for the file has it all.
    /// </summary>
    /// <remarks>Source: proc_pid_smaps(5).</remarks>
    internal static List<(nint Start, nuint Length)> Unchanged()
    {
        var found = new List<(nint Start, nuint Length)>();
        (nint Start, nuint Length)? current = null;
        var text = File.ReadAllBytes(Mappings);
        foreach (var range in text.AsSpan().Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = text.AsSpan(range);
            if (line.IsEmpty)
                continue;
            if (!char.IsAsciiLetterUpper((char)line[0]))
                current = FileMapping(Encoding.UTF8.GetString(line));
            else if (current is { } mapping && line.StartsWith("Anonymous:"u8) && line.EndsWith(" 0 kB"u8))
                found.Add(mapping);
        }

        return found;
    }

    // "561073225000-561073e45000 r-xp 00021000 fd:00 1234    /usr/sbin/lodged"
    private static (nint Start, nuint Length)? FileMapping(string line)
    {
        var fields = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [var range, ['r', '-', _, 'p'], _, _, not "0", ..])
            return null;
        var dash = range.IndexOf('-', StringComparison.Ordinal);
        var start = nint.Parse(range.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var end = nint.Parse(range.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (start, (nuint)(end - start));
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimHeap(nuint keep);
}
