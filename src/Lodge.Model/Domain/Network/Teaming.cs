using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A device's part in a team of one that stays and one that goes during migration.</summary>
public sealed class Teaming
{
    /// <summary>Whether it stays or goes.</summary>
    public TeamingType Type { get; set; }

    /// <summary>The alias of the one that stays.</summary>
    public string? Persistent { get; set; }

    internal static Teaming? Parse(Element? element)
    {
        if (element is null || (element.Attribute("type") ?? element.Attribute("persistent")) is null)
        {
            return null;
        }

        var word = element.Attribute("type");
        return TeamingTypeNames.Table.TryParse(word, out var type) && type != TeamingType.None
            ? new() { Type = type, Persistent = element.Attribute("persistent") }
            : throw XmlError.Unsupported($"unknown teaming type '{word ?? "(null)"}'");
    }

    internal void Format(XmlOutput output) =>
        output.Start("teaming").Attribute("type", Type.ToXml()).Attribute("persistent", Persistent).End();
}
