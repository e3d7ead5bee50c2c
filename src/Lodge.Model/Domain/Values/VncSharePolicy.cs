using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How VNC clients share the screen.</summary>
public enum VncSharePolicy
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>allow-exclusive</c>.</summary>
    AllowExclusive,

    /// <summary><c>force-shared</c>.</summary>
    ForceShared,

    /// <summary><c>ignore</c>.</summary>
    Ignore,
}

/// <summary>The words of <see cref="VncSharePolicy"/>.</summary>
public static class VncSharePolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VncSharePolicy> Table { get; } = new("default", "allow-exclusive", "force-shared", "ignore");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VncSharePolicy value) => Table[value];
}
