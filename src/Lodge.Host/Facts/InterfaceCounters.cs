using System.Globalization;

namespace Lodge.Host.Facts;

/// <summary>What went through a network device of the host, as the host sees it (/proc/net/dev).</summary>
/// <param name="Received">Bytes, packets, errors and drops received.</param>
/// <param name="Sent">Bytes, packets, errors and drops sent.</param>
public readonly record struct InterfaceCounters(TrafficCounters Received, TrafficCounters Sent)
{
    /// <summary>The same with the directions exchanged: what a guest behind a tap device sees.</summary>
    public InterfaceCounters Swapped => new(Sent, Received);

    /// <summary>Reads a device's counters; null where there is no such device.</summary>
    public static InterfaceCounters? Read(HostFiles files, string device)
    {
        foreach (var line in files.Text("/proc/net/dev").AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon < 0 || !line[..colon].Trim().SequenceEqual(device))
            {
                continue;
            }

            Span<long> n = stackalloc long[16];
            var i = 0;
            var rest = line[(colon + 1)..];
            foreach (var range in rest.Split(' '))
            {
                if (rest[range].Length > 0 && i < n.Length)
                {
                    _ = long.TryParse(rest[range], NumberStyles.None, CultureInfo.InvariantCulture, out n[i++]);
                }
            }

            return new InterfaceCounters(new(n[0], n[1], n[2], n[3]), new(n[8], n[9], n[10], n[11]));
        }

        return null;
    }
}

/// <summary>Counters of one direction.</summary>
/// <param name="Bytes">Bytes.</param>
/// <param name="Packets">Packets.</param>
/// <param name="Errors">Packets that were broken.</param>
/// <param name="Drops">Packets thrown away.</param>
public readonly record struct TrafficCounters(long Bytes, long Packets, long Errors, long Drops);
