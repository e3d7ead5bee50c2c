using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where random numbers come from.</summary>
public enum RngBackend
{
    /// <summary><c>random</c>.</summary>
    Random,

    /// <summary><c>egd</c>.</summary>
    Egd,

    /// <summary><c>builtin</c>.</summary>
    Builtin,
}

/// <summary>The words of <see cref="RngBackend"/>.</summary>
public static class RngBackendNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<RngBackend> Table { get; } = new("random", "egd", "builtin");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this RngBackend value) => Table[value];
}
