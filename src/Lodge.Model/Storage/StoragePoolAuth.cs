using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>
/// How a pool proves to its server who it is; what a domain's disk says too, refused in the words of pools.
/// </summary>
internal static class StoragePoolAuth
{
    public static StorageAuth Parse(Element element)
    {
        var user = element.Attribute("username") is { Length: > 0 } name
            ? name
            : throw StorageError.Xml("missing username for auth");
        var type = StorageAuthType.None;
        if (element.Attribute("type") is { Length: > 0 } word && !StorageAuthTypeNames.Table.TryParse(word, out type))
        {
            throw StorageError.Unsupported($"unknown auth type '{word}'");
        }

        var secret = ParseSecret(element.Child("secret")
            ?? throw StorageError.Xml("Missing <secret> element in auth"));
        return type == StorageAuthType.None
            ? throw StorageError.Unsupported("storage pool missing auth type")
            : new StorageAuth { Username = user, Type = type, Secret = secret };
    }

    private static SecretReference ParseSecret(Element element)
    {
        var (uuid, usage) = (element.Attribute("uuid"), element.Attribute("usage"));
        var id = Guid.Empty;
        if (uuid is null && usage is null)
        {
            throw Broken("missing secret uuid or usage attribute");
        }

        if (uuid is not null && usage is not null)
        {
            throw Broken("either secret uuid or usage expected");
        }

        if (uuid is not null && !UuidText.TryParse(uuid, out id))
        {
            throw Broken($"invalid secret uuid '{uuid}'");
        }

        return new() { Type = element.Attribute("type"), Usage = usage, Uuid = uuid is null ? null : id };
    }

    private static VirException Broken(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_NONE, detail);
}
