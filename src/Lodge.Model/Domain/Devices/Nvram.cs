using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The variable store of pSeries machines (<c>&lt;nvram&gt;</c> among the devices).</summary>
public sealed class Nvram : Device
{
    internal static Nvram Parse(Element element, DomainXmlParseOptions options)
    {
        var nvram = new Nvram();
        nvram.ParseInfo(element, options);
        return nvram;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("nvram");
        FormatInfo(output);
        output.EndLong();
    }
}
