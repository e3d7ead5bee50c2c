using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>Domain XML, read and written as libvirt 9.0 does.</summary>
/// <remarks>
/// https://libvirt.org/formatdomain.html. Elements that libvirt does not know are passed over, as it does.
/// </remarks>
public static class DomainXml
{
    /// <summary>Reads a domain; nothing is filled in yet but what libvirt's own parser fills in.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static DomainDefinition Parse(string xml, DomainXmlParseOptions options)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_DOMAIN, kept: "metadata", source: "domain_definition");
        return root.Name == "domain"
            ? DomainDefinition.Parse(root, options)
            : throw XmlError.Here($"expecting root element of 'domain', not '{root.Name}'");
    }

    /// <summary>Reads a domain that stands inside another document, such as the daemon's notes.</summary>
    public static DomainDefinition Parse(Element element, DomainXmlParseOptions options) =>
        DomainDefinition.Parse(element, options);

    /// <summary>Writes a domain.</summary>
    public static string Format(DomainDefinition domain, DomainXmlFormatOptions options)
    {
        var output = new XmlOutput();
        Format(domain, options, output);
        return output.ToString();
    }

    /// <summary>Writes a domain inside another document.</summary>
    public static void Format(DomainDefinition domain, DomainXmlFormatOptions options, XmlOutput output) =>
        domain.Format(output, options);
}
