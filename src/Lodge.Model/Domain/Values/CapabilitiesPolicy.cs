using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of a container's capabilities that are not named.</summary>
public enum CapabilitiesPolicy
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>allow</c>.</summary>
    Allow,

    /// <summary><c>deny</c>.</summary>
    Deny,
}

/// <summary>The words of <see cref="CapabilitiesPolicy"/>.</summary>
public static class CapabilitiesPolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CapabilitiesPolicy> Table { get; } = new("default", "allow", "deny");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CapabilitiesPolicy value) => Table[value];
}
