using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A hub, which makes more ports of one (<c>&lt;hub&gt;</c>).</summary>
public sealed class Hub : Device
{
    /// <summary>The kind of hub.</summary>
    public HubType Type { get; set; }

    internal static Hub Parse(Element element, DomainXmlParseOptions options)
    {
        var word = element.Attribute("type")
            ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "missing hub device type");
        var hub = new Hub
        {
            Type = HubTypeNames.Table.TryParse(word, out var type)
                ? type
                : throw XmlError.Unsupported($"unknown hub device type '{word}'"),
        };
        hub.ParseInfo(element, options);
        return hub;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("hub").Attribute("type", Type.ToXml());
        FormatInfo(output);
        output.End();
    }
}
