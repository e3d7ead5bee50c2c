using System.Globalization;
using System.Text;
using Lodge.Web.Hypervisors;
using Lodge.Web.Statistics;

namespace Lodge.Web.Api;

/// <summary>The figures of all guests in the text format of Prometheus.</summary>
internal static class MetricsEndpoint
{
    private static readonly (string Name, string Type, string Help, Func<GuestCounters, double> Value)[] Counters =
    [
        ("lodge_guest_cpu_seconds_total", "counter", "Time that a guest's processors ran.", c => c.CpuTime / 1e9),
        ("lodge_guest_vcpus", "gauge", "Processors of a guest.", c => c.Vcpus),
        ("lodge_guest_memory_bytes", "gauge", "Memory that a guest has.", c => c.Balloon * 1024),
        ("lodge_guest_memory_used_bytes", "gauge", "Memory that a guest uses.", c => c.Used * 1024),
        ("lodge_guest_block_read_bytes_total", "counter", "Bytes read from disks.", c => c.DiskRead),
        ("lodge_guest_block_written_bytes_total", "counter", "Bytes written to disks.", c => c.DiskWritten),
        ("lodge_guest_block_reads_total", "counter", "Requests to read.", c => c.DiskReads),
        ("lodge_guest_block_writes_total", "counter", "Requests to write.", c => c.DiskWrites),
        ("lodge_guest_net_received_bytes_total", "counter", "Bytes received.", c => c.NetReceived),
        ("lodge_guest_net_sent_bytes_total", "counter", "Bytes sent.", c => c.NetSent),
    ];

    /// <summary>Adds it.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (HypervisorSet hosts) => Results.Text(Write(hosts.All), "text/plain; version=0.0.4"))
            .ExcludeFromDescription();

    /// <summary>Writes all figures.</summary>
    public static string Write(IReadOnlyList<Hypervisor> hosts)
    {
        var text = new StringBuilder();
        Head(text, "lodge_host_up", "gauge", "Whether a host is connected.");
        foreach (var host in hosts) Line(text, "lodge_host_up", host, null, host.State == LinkState.Open ? 1 : 0);
        Head(text, "lodge_guest_up", "gauge", "Whether a guest runs.");
        foreach (var host in hosts)
        {
            foreach (var guest in host.Guests.All) Line(
                text, "lodge_guest_up", host, guest.Name, guest.IsActive ? 1 : 0);
        }

        foreach (var (name, type, help, value) in Counters)
        {
            Head(text, name, type, help);
            foreach (var host in hosts)
            {
                foreach (var guest in host.Guests.All)
                {
                    if (host.Meters.Of(guest.Uuid).Counters is { } counters) Line(
                        text, name, host, guest.Name, value(counters));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A label's value as the format has it.</summary>
    public static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Head(StringBuilder text, string name, string type, string help) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, Hypervisor host, string? guest, double value)
    {
        text.Append(CultureInfo.InvariantCulture, $"{name}{{host=\"{Escaped(host.Id)}\"");
        if (guest is not null) text.Append(CultureInfo.InvariantCulture, $",guest=\"{Escaped(guest)}\"");
        text.Append(CultureInfo.InvariantCulture, $"}} {value:R}\n");
    }
}
