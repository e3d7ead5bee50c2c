using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The limits of an interface's traffic (<c>&lt;bandwidth&gt;</c>).</summary>
public sealed class Bandwidth
{
    /// <summary>What the guest receives.</summary>
    public BandwidthRate? Inbound { get; set; }

    /// <summary>What the guest sends.</summary>
    public BandwidthRate? Outbound { get; set; }

    internal static Bandwidth? Parse(Element element, bool allowFloor, bool allowClass = false)
    {
        if (!allowClass && element.Attribute("classID") is not null)
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_DETAIL,
                "classID attribute not supported on <bandwidth> in this usage context");
        }

        var bandwidth = new Bandwidth { Inbound = Rate(element, "inbound"), Outbound = Rate(element, "outbound") };
        if (bandwidth.Inbound is { Floor: > 0 } && !allowFloor)
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "floor attribute is not supported for this config");
        }

        if (bandwidth.Outbound is { Floor: > 0 })
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "'floor' attribute allowed only in <inbound> element");
        }

        return bandwidth is { Inbound: null, Outbound: null } ? null : bandwidth;
    }

    internal void Format(XmlOutput output, uint classId = 0)
    {
        output.Start("bandwidth").AttributeUnlessZero("classID", classId);
        Inbound?.Format(output, "inbound");
        Outbound?.Format(output, "outbound");
        output.EndLong();
    }

    private static BandwidthRate? Rate(Element element, string name) => element.All(name) switch
    {
        [] => null,
        [var rate] => BandwidthRate.Parse(rate),
        _ => throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_DETAIL, $"Only one child <{name}> element allowed"),
    };
}
