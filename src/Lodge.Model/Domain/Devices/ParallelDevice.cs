using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A parallel port (<c>&lt;parallel&gt;</c>).</summary>
public sealed class ParallelDevice : CharacterDevice
{
    private protected override string ElementName => "parallel";

    internal static ParallelDevice Parse(Element element, DomainXmlParseOptions options)
    {
        var device = new ParallelDevice();
        device.ParseDevice(element, options);
        return device;
    }

    private protected override void ParseTarget(Element? target, DomainXmlParseOptions options) => ParsePort(target);

    private protected override void FormatTarget(XmlOutput output, DomainXmlFormatOptions options) =>
        output.Start("target").Attribute("port", (long?)Port).End();
}
