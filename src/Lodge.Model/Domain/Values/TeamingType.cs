using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>An interface's part in a team.</summary>
public enum TeamingType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>persistent</c>.</summary>
    Persistent,

    /// <summary><c>transient</c>.</summary>
    Transient,
}

/// <summary>The words of <see cref="TeamingType"/>.</summary>
public static class TeamingTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TeamingType> Table { get; } = new("none", "persistent", "transient");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TeamingType value) => Table[value];
}
