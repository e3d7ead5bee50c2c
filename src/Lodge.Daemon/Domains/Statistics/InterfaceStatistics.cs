using Lodge.Host.Facts;

namespace Lodge.Daemon.Domains.Statistics;

/// <summary>What a guest's interfaces carried, as the guest sees it.</summary>
internal static class InterfaceStatistics
{
    /// <summary>Adds a record of each interface.</summary>
    public static void Add(ParameterList list, DomainSnapshot now)
    {
        if (now.Live is not { } live)
            return;
        list.Add("net.count", (uint)live.Definition.Interfaces.Count);
        for (var i = 0; i < live.Definition.Interfaces.Count; i++)
        {
            if (live.Definition.Interfaces[i].TargetDevice is not { } device)
                continue;
            var prefix = $"net.{i}.";
            list.Add(prefix + "name", device);
            if (InterfaceCounters.Read(HostFiles.Real, device) is not { } counters)
                continue;

            // What the host's end receives, the guest sent.
            Add(list, prefix + "rx.", counters.Swapped.Received);
            Add(list, prefix + "tx.", counters.Swapped.Sent);
        }
    }

    private static void Add(ParameterList list, string prefix, TrafficCounters counters)
    {
        list.Add(prefix + "bytes", (ulong)counters.Bytes);
        list.Add(prefix + "pkts", (ulong)counters.Packets);
        list.Add(prefix + "errs", (ulong)counters.Errors);
        list.Add(prefix + "drop", (ulong)counters.Drops);
    }
}
