using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lodge.Host.Facts;

/// <summary>Lists of CPUs as the kernel writes them: <c>0-3,8,10-11</c>.</summary>
public static class CpuLists
{
    // More CPUs than any kernel is built for: a broken file cannot make us fill memory.
    private const int Most = 1 << 16;

    /// <summary>The CPUs of a list, ascending; what is not understood is passed over.</summary>
    public static int[] Parse(ReadOnlySpan<char> list)
    {
        var cpus = new SortedSet<int>();
        foreach (var range in list.Trim().Split(','))
        {
            var part = list.Trim()[range];
            var dash = part.IndexOf('-');
            var first = dash < 0 ? part : part[..dash];
            var last = dash < 0 ? part : part[(dash + 1)..];
            if (Number(first, out var from) && Number(last, out var to) && to < Most)
            {
                for (var cpu = from; cpu <= to; cpu++)
                {
                    cpus.Add(cpu);
                }
            }
        }

        return [.. cpus];
    }

    /// <summary>The list of some CPUs, runs of neighbours joined.</summary>
    /// <param name="cpus">CPUs, ascending.</param>
    public static string Format(ReadOnlySpan<int> cpus)
    {
        var text = new DefaultInterpolatedStringHandler(0, cpus.Length, CultureInfo.InvariantCulture);
        for (var i = 0; i < cpus.Length; i++)
        {
            var last = i;
            while (last + 1 < cpus.Length && cpus[last + 1] == cpus[last] + 1)
            {
                last++;
            }

            text.AppendLiteral(i == 0 ? "" : ",");
            text.AppendFormatted(cpus[i]);
            if (last > i)
            {
                text.AppendLiteral("-");
                text.AppendFormatted(cpus[last]);
            }

            i = last;
        }

        return text.ToStringAndClear();
    }

    private static bool Number(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
