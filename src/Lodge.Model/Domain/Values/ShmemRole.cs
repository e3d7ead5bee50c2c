using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether shared memory migrates with the guest.</summary>
public enum ShmemRole
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>master</c>.</summary>
    Master,

    /// <summary><c>peer</c>.</summary>
    Peer,
}

/// <summary>The words of <see cref="ShmemRole"/>.</summary>
public static class ShmemRoleNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ShmemRole> Table { get; } = new("default", "master", "peer");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ShmemRole value) => Table[value];
}
