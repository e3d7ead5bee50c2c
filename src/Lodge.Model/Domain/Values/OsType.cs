using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a guest is booted as (<c>&lt;os&gt;&lt;type&gt;</c>).</summary>
public enum OsType
{
    /// <summary><c>hvm</c>.</summary>
    Hvm,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>linux</c>.</summary>
    Linux,

    /// <summary><c>exe</c>.</summary>
    Exe,

    /// <summary><c>uml</c>.</summary>
    Uml,

    /// <summary><c>xenpvh</c>.</summary>
    Xenpvh,
}

/// <summary>The words of <see cref="OsType"/>.</summary>
public static class OsTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<OsType> Table { get; } = new("hvm", "xen", "linux", "exe", "uml", "xenpvh");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this OsType value) => Table[value];
}
