using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How Xen shares page tables with a passed-through device.</summary>
public enum XenPassthroughMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>sync_pt</c>.</summary>
    SyncPt,

    /// <summary><c>share_pt</c>.</summary>
    SharePt,
}

/// <summary>The words of <see cref="XenPassthroughMode"/>.</summary>
public static class XenPassthroughModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<XenPassthroughMode> Table { get; } = new("default", "sync_pt", "share_pt");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this XenPassthroughMode value) => Table[value];
}
