using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who chooses host nodes.</summary>
public enum NumaPlacement
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>static</c>.</summary>
    Static,

    /// <summary><c>auto</c>.</summary>
    Auto,
}

/// <summary>The words of <see cref="NumaPlacement"/>.</summary>
public static class NumaPlacementNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<NumaPlacement> Table { get; } = new("default", "static", "auto");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this NumaPlacement value) => Table[value];
}
