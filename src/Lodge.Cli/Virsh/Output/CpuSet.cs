using System.Text;

namespace Lodge.Cli.Virsh.Output;

/// <summary>Sets of CPUs: as bits of bytes on the wire, as <c>0-3,^2,7</c> for people.</summary>
internal static class CpuSet
{
    private const int Bits = 8;

    /// <summary>How many bytes hold so many CPUs.</summary>
    internal static int Length(int cpus) => (cpus + Bits - 1) / Bits;

    /// <summary>The CPU is in the set.</summary>
    internal static bool Contains(ReadOnlySpan<byte> map, int cpu) =>
        cpu / Bits < map.Length && (map[cpu / Bits] & (1 << (cpu % Bits))) != 0;

    /// <summary>Ranges, for example <c>0-3,7</c>.</summary>
    internal static string Format(ReadOnlySpan<byte> map)
    {
        var text = new StringBuilder();
        for (var cpu = 0; cpu < map.Length * Bits; cpu++)
        {
            if (!Contains(map, cpu))
            {
                continue;
            }

            var first = cpu;
            while (Contains(map, cpu + 1))
            {
                cpu++;
            }

            text.Append(text.Length > 0 ? "," : "").Append(first);
            if (cpu > first)
            {
                text.Append('-').Append(cpu);
            }
        }

        return text.ToString();
    }

    /// <summary>A letter for each CPU: <c>y</c> in the set, <c>-</c> not.</summary>
    internal static string Letters(ReadOnlySpan<byte> map, int cpus)
    {
        var letters = new char[cpus];
        for (var cpu = 0; cpu < cpus; cpu++)
        {
            letters[cpu] = Contains(map, cpu) ? 'y' : '-';
        }

        return new string(letters);
    }

    /// <summary>Reads what a person wrote; a word that starts with <c>r</c> takes all CPUs.</summary>
    /// <exception cref="CommandFailure">It is no list of CPUs, or names one that is not there.</exception>
    internal static byte[] Parse(string text, int cpus)
    {
        var map = new byte[Length(cpus)];
        if (text.StartsWith('r'))
        {
            for (var cpu = 0; cpu < cpus; cpu++)
            {
                map[cpu / Bits] |= (byte)(1 << (cpu % Bits));
            }

            return map;
        }

        var chosen = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            Apply(chosen, part.Trim(), text);
        }

        if (chosen.Count == 0)
        {
            throw Invalid(text);
        }

        if (chosen.Max >= cpus)
        {
            throw new CommandFailure($"CPU {chosen.Max} in cpulist '{text}' exceed the maxcpu {cpus}");
        }

        foreach (var cpu in chosen)
        {
            map[cpu / Bits] |= (byte)(1 << (cpu % Bits));
        }

        return map;
    }

    private static void Apply(SortedSet<int> chosen, string part, string text)
    {
        const int Most = 1024;
        if (part.StartsWith('^'))
        {
            if (!int.TryParse(part.AsSpan(1), out var excluded) || !chosen.Remove(excluded))
            {
                throw Invalid(text);
            }

            return;
        }

        var dash = part.IndexOf('-', StringComparison.Ordinal);
        var firstText = dash < 0 ? part : part[..dash];
        var lastText = dash < 0 ? part : part[(dash + 1)..];
        if (!int.TryParse(firstText, out var first) || !int.TryParse(lastText, out var last)
            || first > last || last >= Most)
        {
            throw Invalid(text);
        }

        chosen.UnionWith(Enumerable.Range(first, last - first + 1));
    }

    private static CommandFailure Invalid(string text) => new(
        $"Invalid cpulist '{text}'",
        new VirException(
            VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_NONE, $"Failed to parse bitmap '{text}'"));
}
