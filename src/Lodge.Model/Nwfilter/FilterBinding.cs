using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Nwfilter;

/// <summary>A filter put on one interface of the host (<c>&lt;filterbinding&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatnwfilterbinding.html</remarks>
public sealed class FilterBinding
{
    /// <summary>The name of the guest.</summary>
    public required string OwnerName { get; init; }

    /// <summary>The guest's identity.</summary>
    public required Guid OwnerUuid { get; init; }

    /// <summary>The interface on the host that the guest's frames come through.</summary>
    public required string PortDevice { get; init; }

    /// <summary>The interface that carries them out of the host, where it is not a bridge.</summary>
    public string? LinkDevice { get; init; }

    /// <summary>The guest's hardware address.</summary>
    public required MacAddress Mac { get; init; }

    /// <summary>The filter, and values of its variables.</summary>
    public required FilterReference Filter { get; init; }

    /// <summary>Reads a binding.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code and text for what it refuses.</exception>
    public static FilterBinding Parse(string xml)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_NWFILTER, source: "nwfilterbinding_definition");
        if (root.Name != "filterbinding")
        {
            throw XmlError.Here($"expecting root element of 'filterbinding', not '{root.Name}'");
        }

        return Parse(root);
    }

    /// <summary>Reads a binding that stands inside another document.</summary>
    public static FilterBinding Parse(Element element)
    {
        var owner = element.Child("owner");
        var port = Required(element.ChildAttribute("portdev", "name"), "no port dev name");
        if (port.AsSpan().ContainsAny("/\"\n") || port is "." or "..")
        {
            throw NetworkFilter.Refused(VirErrorNumber.VIR_ERR_XML_ERROR, $"'{port}' cannot be the name of a port dev");
        }

        var link = element.Has("linkdev")
            ? Required(element.ChildAttribute("linkdev", "name"), "no link dev name")
            : null;
        var name = Required(owner?.ChildText("name"), "no owner name");
        var uuid = Required(owner?.ChildText("uuid"), "no owner UUID");
        var identity = UuidText.TryParse(uuid, out var parsed) ? parsed
            : throw Refused($"Unable to parse UUID '{uuid}'");
        var address = Required(element.ChildAttribute("mac", "address"), "no MAC address");
        return new FilterBinding
        {
            PortDevice = port,
            LinkDevice = link,
            OwnerName = name,
            OwnerUuid = identity,
            Mac = MacAddress.TryParse(address, out var mac) ? mac : throw Refused($"Unable to parse MAC '{address}'"),
            Filter = element.ChildAttribute("filterref", "filter") is null
                ? throw Refused("filter binding has no filter reference")
                : FilterReference.Parse(element.Child("filterref"))!,
        };
    }

    /// <summary>Writes the binding as libvirt does.</summary>
    public string Format()
    {
        var output = new XmlOutput();
        Format(output);
        return output.ToString();
    }

    /// <summary>Writes the binding inside another document.</summary>
    public void Format(XmlOutput output)
    {
        output.Start("filterbinding");
        output.Start("owner").Text("name", OwnerName).Text("uuid", UuidText.Format(OwnerUuid)).End();
        output.Start("portdev").Attribute("name", PortDevice).End();
        if (LinkDevice is not null)
        {
            output.Start("linkdev").Attribute("name", LinkDevice).End();
        }

        output.Start("mac").Attribute("address", Mac.ToString()).End();
        Filter.Format(output);
        output.End();
    }

    private static string Required(string? value, string complaint) =>
        value ?? throw Refused($"filter binding has {complaint}");

    private static VirException Refused(string detail) =>
        NetworkFilter.Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);
}
