using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether the hash page table may be resized.</summary>
public enum HptResizing
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>enabled</c>.</summary>
    Enabled,

    /// <summary><c>disabled</c>.</summary>
    Disabled,

    /// <summary><c>required</c>.</summary>
    Required,
}

/// <summary>The words of <see cref="HptResizing"/>.</summary>
public static class HptResizingNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HptResizing> Table { get; } = new("none", "enabled", "disabled", "required");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HptResizing value) => Table[value];
}
