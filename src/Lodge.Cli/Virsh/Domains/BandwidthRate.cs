namespace Lodge.Cli.Virsh.Domains;

/// <summary>A limit of an interface's traffic, <c>average,peak,burst,floor</c> in KiB and KiB a second.</summary>
/// <param name="Average">The rate that holds over time.</param>
/// <param name="Peak">The most at a time.</param>
/// <param name="Burst">How much may pass at the peak.</param>
/// <param name="Floor">What is granted in any case.</param>
internal readonly record struct BandwidthRate(ulong Average, ulong Peak, ulong Burst, ulong Floor)
{
    private static readonly string[] Fields = ["average", "peak", "burst", "floor"];

    /// <summary>Reads a rate; what is left out is 0.</summary>
    internal static BandwidthRate Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length > Fields.Length)
        {
            throw new CommandFailure($"Rate string '{text}' has too many fields");
        }

        var numbers = new ulong[Fields.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 0 && !NumberText.TryUnsigned(parts[i], ulong.MaxValue, wrap: false, out numbers[i]))
            {
                throw new CommandFailure($"field '{Fields[i]}' is malformed");
            }
        }

        return new BandwidthRate(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>The parameters that set the limits of a domain's interface.</summary>
    internal static TypedParameter[] Changes(string? inbound, string? outbound)
    {
        var changes = new ParameterList();
        if (inbound is not null)
        {
            var rate = Parse(inbound).Bounded("inbound");
            if (rate is { Average: 0, Floor: 0 } and not { Burst: 0, Peak: 0 })
            {
                throw new CommandFailure("either inbound average or floor is mandatory");
            }

            changes.AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, (uint)rate.Average)
                .AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_IN_PEAK, Given(rate.Peak))
                .AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_IN_BURST, Given(rate.Burst))
                .AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_IN_FLOOR, Given(rate.Floor));
        }

        if (outbound is not null)
        {
            var rate = Parse(outbound).Bounded("outbound");
            if (rate.Average == 0 && (rate.Burst > 0 || rate.Peak > 0))
            {
                throw new CommandFailure("outbound average is mandatory");
            }

            changes.AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, (uint)rate.WithoutFloor().Average)
                .AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_OUT_PEAK, Given(rate.Peak))
                .AddUInt32(VirConstants.VIR_DOMAIN_BANDWIDTH_OUT_BURST, Given(rate.Burst));
        }

        return changes.ToArray();
    }

    /// <summary>The same rate, refused when it has a floor: outbound traffic cannot.</summary>
    internal BandwidthRate WithoutFloor() =>
        Floor == 0 ? this : throw new CommandFailure("outbound floor is unsupported yet");

    /// <summary>The attributes of an <c>&lt;inbound&gt;</c> or <c>&lt;outbound&gt;</c> element.</summary>
    internal string ToXml()
    {
        ulong[] numbers = [Average, Peak, Burst, Floor];
        return string.Concat(Fields.Zip(numbers)
            .Where(static field => field.Second > 0)
            .Select(static field => $" {field.First}='{field.Second}'"));
    }

    private static uint? Given(ulong number) => number == 0 ? null : (uint)number;

    private BandwidthRate Bounded(string direction) =>
        Math.Max(Average, Math.Max(Peak, Burst)) <= uint.MaxValue
            ? this
            : throw new CommandFailure($"{direction} rate larger than maximum {uint.MaxValue}");
}
