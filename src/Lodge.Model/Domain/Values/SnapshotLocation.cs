using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a disk's snapshot goes.</summary>
public enum SnapshotLocation
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>no</c>.</summary>
    No,

    /// <summary><c>internal</c>.</summary>
    Internal,

    /// <summary><c>external</c>.</summary>
    External,

    /// <summary><c>manual</c>.</summary>
    Manual,
}

/// <summary>The words of <see cref="SnapshotLocation"/>.</summary>
public static class SnapshotLocationNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SnapshotLocation> Table { get; } = new("default", "no", "internal", "external", "manual");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SnapshotLocation value) => Table[value];
}
