using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How firmware is mapped.</summary>
public enum LoaderType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>rom</c>.</summary>
    Rom,

    /// <summary><c>pflash</c>.</summary>
    Pflash,
}

/// <summary>The words of <see cref="LoaderType"/>.</summary>
public static class LoaderTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LoaderType> Table { get; } = new("none", "rom", "pflash");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this LoaderType value) => Table[value];
}
