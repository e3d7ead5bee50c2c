using System.Globalization;
using System.Security.Cryptography;
using Lodge.Model.Xml;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Model.NodeDevice;

/// <summary>Node device XML, written as libvirt 9.0 does; and what clients send to have a device made, read.</summary>
/// <remarks>https://libvirt.org/formatnode.html.</remarks>
public static class NodeDeviceXml
{
    private const string NewName = "new device";

    // Names are made up in QEMU's own block, as libvirt does for its hypervisor.
    private const string GeneratedPrefix = "5001a4a";
    private const int GeneratedBits = 36;

    /// <summary>Writes a device.</summary>
    public static string Format(NodeDeviceDefinition device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var output = new XmlOutput();
        output.Start("device").Text("name", device.Name).Text("path", device.Path);
        Node(output, "dev", device.Node);
        foreach (var link in device.Links)
        {
            Node(output, "link", link);
        }

        output.Text("parent", device.Parent);
        if (device.Driver is { } driver)
        {
            output.Start("driver").Text("name", driver).End();
        }

        output.Start("capability").Attribute("type", NodeDeviceKindNames.Table[device.Capability.Kind]);
        device.Capability.Format(output);
        return output.EndLong().EndLong().ToString();
    }

    /// <summary>Reads what a client wants to have made; of a kind that nobody can make, only which it is.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static NewNodeDevice ParseNew(string xml)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_NODEDEV, source: "node_device_definition");
        if (root.Name != "device")
        {
            throw XmlError.Here($"expecting root element of 'device', not '{root.Name}'");
        }

        var parent = root.Child("parent");
        var (node, port) = (NonEmpty(parent?.Attribute("wwnn")), NonEmpty(parent?.Attribute("wwpn")));
        if (node is not null && port is null)
        {
            throw Refused(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"when providing parent wwnn='{node}', the wwpn must also be provided");
        }

        if (node is null && port is not null)
        {
            throw Refused(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"when providing parent wwpn='{port}', the wwnn must also be provided");
        }

        var capability = root.Child("capability") ?? throw Refused(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"no device capabilities for '{NewName}'");
        var kind = capability.RequiredNamed("type", NodeDeviceKindNames.Table);
        return new()
        {
            Parent = root.ChildText("parent"),
            ParentNames = node is null ? null : new(node, port!, null),
            ParentFabric = NonEmpty(parent?.Attribute("fabric_wwn")),
            Kind = kind,
            Mdev = kind == NodeDeviceKind.Mdev ? Mdev(capability) : null,
            Adapter = kind == NodeDeviceKind.ScsiHost ? Adapter(capability) : null,
        };
    }

    private static MdevCapability Mdev(Element element)
    {
        var type = element.ChildAttribute("type", "id") ?? throw Refused(
            VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"missing type id attribute for '{NewName}'");
        VirUuid? uuid = element.ChildText("uuid") is not { } text ? null
            : VirUuid.TryParse(text, out var parsed) ? parsed
            : throw Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"Invalid uuid '{text}' for new mdev device");
        var attributes = new List<KeyValuePair<string, string>>();
        foreach (var attribute in element.All("attr"))
        {
            // As with libvirt, one that is not whole is passed over.
            if (NonEmpty(attribute.Attribute("name")) is { } name
                && NonEmpty(attribute.Attribute("value")) is { } value)
            {
                attributes.Add(new(name, value));
            }
        }

        return new() { Type = type, Uuid = uuid, Attributes = attributes };
    }

    private static FibreChannelNames? Adapter(Element element)
    {
        FibreChannelNames? names = null;
        foreach (var inner in element.All("capability"))
        {
            switch (inner.Attribute("type"))
            {
                case null:
                    throw Refused(
                        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"missing SCSI host capability type for '{NewName}'");
                case "vport_ops":
                    break;
                case "fc_host":
                    names = new(
                        inner.ChildText("wwnn") ?? Generated(),
                        inner.ChildText("wwpn") ?? Generated(),
                        inner.ChildText("fabric_wwn"));
                    break;
                case { } other:
                    throw Refused(
                        VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                        $"unknown SCSI host capability type '{other}' for '{NewName}'");
            }
        }

        return names;
    }

    private static string Generated()
    {
        Span<byte> random = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(random);
        var bits = BitConverter.ToUInt64(random) >> (64 - GeneratedBits);
        return GeneratedPrefix + bits.ToString("x9", CultureInfo.InvariantCulture);
    }

    private static void Node(XmlOutput output, string type, string? path)
    {
        if (path is not null)
        {
            output.Start("devnode").Attribute("type", type).EndText(path);
        }
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NODEDEV, detail);
}
