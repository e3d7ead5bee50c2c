using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Secret;

/// <summary>Secret XML, read and written as libvirt 9.0 does.</summary>
/// <remarks>
/// https://libvirt.org/formatsecret.html. Elements that libvirt does not know are passed over, as it does.
/// </remarks>
public static class SecretXml
{
    /// <summary>Reads a secret; one without a UUID gets a random one.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static SecretDefinition Parse(string xml)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_SECRET, source: "definition_of_secret");
        if (root.Name != "secret")
        {
            throw XmlError.Here($"expecting root element of 'secret', not '{root.Name}'");
        }

        var isEphemeral = Flag(root, "ephemeral");
        var isPrivate = Flag(root, "private");
        var uuid = root.ChildText("uuid") is not { } text ? VirUuid.Random()
            : VirUuid.TryParse(text, out var parsed) ? parsed
            : throw Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "malformed uuid element");
        var (usage, id) = Usage(root.Child("usage"));
        return new()
        {
            Uuid = uuid,
            IsEphemeral = isEphemeral,
            IsPrivate = isPrivate,
            Description = root.ChildText("description"),
            Usage = usage,
            UsageId = id,
        };
    }

    /// <summary>Writes a secret.</summary>
    public static string Format(SecretDefinition secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var output = new XmlOutput();
        output.Start("secret")
            .YesNo("ephemeral", secret.IsEphemeral)
            .YesNo("private", secret.IsPrivate)
            .Text("uuid", secret.Uuid.ToString())
            .Text("description", secret.Description);
        if (secret.Usage != SecretUsage.None)
        {
            output.Start("usage").Attribute("type", SecretUsageNames.Table[secret.Usage])
                .Text(IdElement(secret.Usage), secret.UsageId)
                .End();
        }

        return output.End().ToString();
    }

    private static bool Flag(Element root, string name) => root.Attribute(name) switch
    {
        null or "" or "no" => false,
        "yes" => true,
        _ => throw Refused(VirErrorNumber.VIR_ERR_XML_ERROR, $"invalid value of '{name}'"),
    };

    private static (SecretUsage Usage, string? Id) Usage(Element? element)
    {
        if (element is null)
        {
            return (SecretUsage.None, null);
        }

        var word = element.Attribute("type") is { Length: > 0 } named
            ? named
            : throw Refused(VirErrorNumber.VIR_ERR_XML_ERROR, "unknown secret usage type");
        if (!SecretUsageNames.Table.TryParse(word, out var usage))
        {
            throw Refused(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"unknown secret usage type {word}");
        }

        if (usage == SecretUsage.None)
        {
            return (usage, null);
        }

        return (usage, element.ChildText(IdElement(usage)) ?? throw Refused(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"{Title(usage)} usage specified, but {IdTitle(usage)} is missing"));
    }

    private static string IdElement(SecretUsage usage) => usage switch
    {
        SecretUsage.Volume => "volume",
        SecretUsage.Iscsi => "target",
        _ => "name",
    };

    private static string Title(SecretUsage usage) => usage switch
    {
        SecretUsage.Volume => "volume",
        SecretUsage.Ceph => "Ceph",
        SecretUsage.Iscsi => "iSCSI",
        SecretUsage.Tls => "TLS",
        _ => "vTPM",
    };

    private static string IdTitle(SecretUsage usage) =>
        usage == SecretUsage.Volume ? "volume path" : IdElement(usage);

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_SECRET, detail);
}
