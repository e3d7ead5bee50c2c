using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of a missing source at start.</summary>
public enum StartupPolicy
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>mandatory</c>.</summary>
    Mandatory,

    /// <summary><c>requisite</c>.</summary>
    Requisite,

    /// <summary><c>optional</c>.</summary>
    Optional,
}

/// <summary>The words of <see cref="StartupPolicy"/>.</summary>
public static class StartupPolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StartupPolicy> Table { get; } = new("default", "mandatory", "requisite", "optional");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StartupPolicy value) => Table[value];
}
