using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Devices;

/// <summary>The XML of one device, as clients send it to plug it in or out.</summary>
internal static class DeviceXml
{
    /// <summary>Reads a device.</summary>
    /// <param name="xml">Its element.</param>
    /// <param name="owner">The domain it is for, whose kind decides how it is read.</param>
    /// <exception cref="VirException">The XML is bad, or no device.</exception>
    public static Device Read(string xml, DomainDefinition owner)
    {
        var holder = ReadInto(xml, owner, out var name);
        return holder.AllDevices().SingleOrDefault() ?? holder.Consoles.SingleOrDefault() ?? throw new VirException(
            VirErrorNumber.VIR_ERR_XML_ERROR,
            VirErrorDomain.VIR_FROM_DOMAIN,
            $"unknown device type '{name}'");
    }

    /// <summary>Reads a display; null where the XML is that of another device.</summary>
    /// <exception cref="VirException">The XML is bad.</exception>
    public static Graphics? ReadDisplay(string xml, DomainDefinition owner) =>
        ReadInto(xml, owner, out _).Graphics.SingleOrDefault();

    private static DomainDefinition ReadInto(string xml, DomainDefinition owner, out string name)
    {
        name = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_DOMAIN, source: "device_definition").Name;
        var type = owner.Type.ToXml();
        var os = $"<os><type arch='{owner.Os.Architecture}' machine='{owner.Os.Machine}'>hvm</type></os>";
        return DomainXml.Parse(
            $"<domain type='{type}'><name>-</name><memory>1024</memory>{os}<devices>{Bare(xml)}</devices></domain>",
            DomainXmlParseOptions.Configuration);
    }

    /// <summary>The element without a declaration before it, which may only begin a document.</summary>
    private static string Bare(string xml)
    {
        var text = xml.TrimStart();
        return text.StartsWith("<?xml", StringComparison.Ordinal)
            ? text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]
            : text;
    }
}
