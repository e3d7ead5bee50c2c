using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>Network XML, read and written as libvirt 9.0 does.</summary>
/// <remarks>
/// https://libvirt.org/formatnetwork.html. Elements that libvirt does not know are passed over, as it does.
/// </remarks>
public static class NetworkXml
{
    /// <summary>Reads a network; nothing is filled in but a UUID.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static NetworkDefinition Parse(string xml)
    {
        var root = XmlReading.Read(
            xml, VirErrorDomain.VIR_FROM_NETWORK, kept: "metadata", source: "network_definition");
        return root.Name == "network"
            ? NetworkDefinition.Parse(root)
            : throw XmlError.Here($"expecting root element of 'network', not '{root.Name}'");
    }

    /// <summary>Writes a network.</summary>
    public static string Format(NetworkDefinition network, NetworkXmlFormatOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        var output = new XmlOutput();
        network.Format(output, options);
        return output.ToString();
    }
}
