using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a confidential guest is protected.</summary>
public enum LaunchSecurityType
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>sev</c>.</summary>
    Sev,

    /// <summary><c>s390-pv</c>.</summary>
    S390Pv,
}

/// <summary>The words of <see cref="LaunchSecurityType"/>.</summary>
public static class LaunchSecurityTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LaunchSecurityType> Table { get; } = new("", "sev", "s390-pv");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this LaunchSecurityType value) => Table[value];
}
