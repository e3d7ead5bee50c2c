using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What serves a user interface.</summary>
public enum InterfaceBackend
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>passt</c>.</summary>
    Passt,
}

/// <summary>The words of <see cref="InterfaceBackend"/>.</summary>
public static class InterfaceBackendNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InterfaceBackend> Table { get; } = new("default", "passt");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InterfaceBackend value) => Table[value];
}
