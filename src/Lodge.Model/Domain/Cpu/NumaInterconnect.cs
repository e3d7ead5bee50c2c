using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A latency or bandwidth between two guest nodes.</summary>
public sealed class NumaInterconnect
{
    /// <summary>Whether it is a bandwidth, in KiB a second, and not a latency in nanoseconds.</summary>
    public bool IsBandwidth { get; set; }

    /// <summary>The node that asks.</summary>
    public uint Initiator { get; set; }

    /// <summary>The node that answers.</summary>
    public uint Target { get; set; }

    /// <summary>The cache that answers; 0 for memory.</summary>
    public uint Cache { get; set; }

    /// <summary>What it is of.</summary>
    public MemoryLatencyType Access { get; set; }

    /// <summary>The value.</summary>
    public ulong Value { get; set; }

    internal static NumaInterconnect Parse(Element element)
    {
        element.Required("value");
        element.Required("initiator");
        element.Required("target");
        var bandwidth = element.Name == "bandwidth";
        return new()
        {
            IsBandwidth = bandwidth,
            Value = (bandwidth ? element.AttributeKibibytes("value", "unit") : element.ULong("value")) ?? 0,
            Initiator = element.UInt("initiator") ?? 0,
            Target = element.UInt("target") ?? 0,
            Cache = element.UInt("cache") ?? 0,
            Access = element.RequiredNamed("type", MemoryLatencyTypeNames.Table, nonZero: true),
        };
    }

    internal void Format(XmlOutput output) => output.Start(IsBandwidth ? "bandwidth" : "latency")
        .Attribute("initiator", (ulong?)Initiator).Attribute("target", (ulong?)Target)
        .AttributeUnlessZero("cache", Cache)
        .Attribute("type", Access.ToXml()).Attribute("value", (ulong?)Value)
        .Attribute("unit", IsBandwidth ? "KiB" : null).End();
}
