using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>Limits of one direction, in KiB and KiB a second; 0 for none.</summary>
public sealed class BandwidthRate
{
    /// <summary>KiB a second, in the long run.</summary>
    public ulong Average { get; set; }

    /// <summary>KiB a second, for a while.</summary>
    public ulong Peak { get; set; }

    /// <summary>KiB that may go at the peak.</summary>
    public ulong Burst { get; set; }

    /// <summary>KiB a second that are sure.</summary>
    public ulong Floor { get; set; }

    internal static BandwidthRate Parse(Element element)
    {
        var hasAverage = element.Attribute("average") is not null;
        if (!hasAverage && element.Attribute("floor") is null)
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_DETAIL, "Missing mandatory average or floor attributes");
        }

        if (!hasAverage && (element.Attribute("peak") ?? element.Attribute("burst")) is not null)
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "'peak' and 'burst' require 'average' attribute");
        }

        return new()
        {
            Average = Number(element, "average"),
            Peak = Number(element, "peak"),
            Burst = Number(element, "burst"),
            Floor = Number(element, "floor"),
        };
    }

    internal void Format(XmlOutput output, string name) => output.Start(name)
        .AttributeUnlessZero("average", Average).AttributeUnlessZero("peak", Peak)
        .AttributeUnlessZero("floor", Floor).AttributeUnlessZero("burst", Burst).EndUnlessEmpty();

    private static ulong Number(Element element, string name) => element.Attribute(name) switch
    {
        null => 0,
        var text when Numbers.TryULong(text, 10, out var value) => value,
        var text => throw XmlError.Shared(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"could not convert bandwidth {name} value '{text}'"),
    };
}
