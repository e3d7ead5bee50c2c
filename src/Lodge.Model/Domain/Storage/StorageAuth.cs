using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>How to authenticate to storage (<c>&lt;auth&gt;</c>).</summary>
public sealed class StorageAuth
{
    /// <summary>The user.</summary>
    public required string Username { get; set; }

    /// <summary>The way, where an old form says it.</summary>
    public StorageAuthType Type { get; set; }

    /// <summary>The password.</summary>
    public SecretReference Secret { get; set; } = new();

    internal static StorageAuth Parse(Element element)
    {
        var user = element.Attribute("username") ?? throw XmlError.Domain("missing username for auth");
        var kind = StorageAuthType.None;
        if (element.Attribute("type") is { } type
            && !(StorageAuthTypeNames.Table.TryParse(type, out kind) && kind != StorageAuthType.None))
        {
            throw XmlError.Unsupported($"unknown auth type '{type}'");
        }

        var secret = element.Child("secret") ?? throw XmlError.Domain("Missing <secret> element in auth");
        return new() { Username = user, Type = kind, Secret = SecretReference.Parse(secret) };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("auth").Named("type", Type, StorageAuthTypeNames.Table).Attribute("username", Username);
        Secret.Format(output);
        output.End();
    }

    internal void CheckUsage(StorageProtocol protocol)
    {
        var expected = protocol == StorageProtocol.Iscsi ? "iscsi" : "ceph";
        if (Secret.Type is { } type && type != expected)
        {
            throw new VirException(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOMAIN,
                $"invalid secret type '{type}'");
        }
    }
}
