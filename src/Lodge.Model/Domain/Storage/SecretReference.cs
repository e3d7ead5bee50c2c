using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Names a secret by its UUID or by what it is used for.</summary>
public sealed class SecretReference
{
    /// <summary>What the secret is for, as the element says it.</summary>
    public string? Type { get; set; }

    /// <summary>The secret's UUID.</summary>
    public Guid? Uuid { get; set; }

    /// <summary>The secret's use.</summary>
    public string? Usage { get; set; }

    internal static SecretReference Parse(Element element)
    {
        var (uuid, usage) = (element.Attribute("uuid"), element.Attribute("usage"));
        if (uuid is null && usage is null)
        {
            throw XmlError.Domain("missing auth secret uuid or usage attribute");
        }

        if (uuid is not null && usage is not null)
        {
            throw XmlError.Domain("either auth secret uuid or usage expected");
        }

        return new()
        {
            Type = element.Attribute("type"),
            Usage = usage,
            Uuid = uuid is null ? null
                : UuidText.TryParse(uuid, out var value) ? value
                : throw XmlError.Domain($"malformed uuid '{uuid}'"),
        };
    }

    internal void Format(XmlOutput output) => output.Start("secret").Attribute("type", Type)
        .Attribute("uuid", Uuid is { } uuid ? UuidText.Format(uuid) : null).Attribute("usage", Usage).End();
}
