using Lodge.Protocol.Remote;

namespace Lodge.Web.Statistics;

/// <summary>What a guest has counted since it was started.</summary>
public sealed record GuestCounters
{
    /// <summary>When it was asked.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>How long its processors ran, in nanoseconds.</summary>
    public double CpuTime { get; private set; }

    /// <summary>How many processors it has.</summary>
    public double Vcpus { get; private set; } = 1;

    /// <summary>The memory that it has, in KiB.</summary>
    public double Balloon { get; private set; }

    /// <summary>The memory that it does not need, in KiB, where it says so.</summary>
    public double Usable { get; private set; }

    /// <summary>The memory that it takes of the host, in KiB.</summary>
    public double Resident { get; private set; }

    /// <summary>Bytes read from disks.</summary>
    public double DiskRead { get; private set; }

    /// <summary>Bytes written to disks.</summary>
    public double DiskWritten { get; private set; }

    /// <summary>Requests to read.</summary>
    public double DiskReads { get; private set; }

    /// <summary>Requests to write.</summary>
    public double DiskWrites { get; private set; }

    /// <summary>Bytes received.</summary>
    public double NetReceived { get; private set; }

    /// <summary>Bytes sent.</summary>
    public double NetSent { get; private set; }

    /// <summary>The memory in use, in KiB.</summary>
    public double Used => Usable > 0 && Usable <= Balloon ? Balloon - Usable : Resident > 0 ? Resident : Balloon;

    /// <summary>Reads the counters of a bulk query.</summary>
    public static GuestCounters Of(IEnumerable<TypedParameter> parameters, DateTimeOffset time)
    {
        var counters = new GuestCounters { Time = time };
        foreach (var parameter in parameters)
        {
            if (parameter.Value.ToUInt64() is { } value) counters.Take(parameter.Field, value);
        }

        return counters;
    }

    private void Take(string field, double value)
    {
        switch (field)
        {
            case "cpu.time": CpuTime = value; break;
            case "vcpu.current": Vcpus = Math.Max(1, value); break;
            case "balloon.current": Balloon = value; break;
            case "balloon.usable": Usable = value; break;
            case "balloon.rss": Resident = value; break;
            default: TakeOfDevice(field, value); break;
        }
    }

    private void TakeOfDevice(string field, double value)
    {
        if (field.StartsWith("block.", StringComparison.Ordinal))
        {
            if (field.EndsWith(".rd.bytes", StringComparison.Ordinal)) DiskRead += value;
            else if (field.EndsWith(".wr.bytes", StringComparison.Ordinal)) DiskWritten += value;
            else if (field.EndsWith(".rd.reqs", StringComparison.Ordinal)) DiskReads += value;
            else if (field.EndsWith(".wr.reqs", StringComparison.Ordinal)) DiskWrites += value;
        }
        else if (field.StartsWith("net.", StringComparison.Ordinal))
        {
            if (field.EndsWith(".rx.bytes", StringComparison.Ordinal)) NetReceived += value;
            else if (field.EndsWith(".tx.bytes", StringComparison.Ordinal)) NetSent += value;
        }
    }
}
