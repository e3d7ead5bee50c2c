using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether unprivileged SCSI commands are filtered.</summary>
public enum SgioFilter
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>filtered</c>.</summary>
    Filtered,

    /// <summary><c>unfiltered</c>.</summary>
    Unfiltered,
}

/// <summary>The words of <see cref="SgioFilter"/>.</summary>
public static class SgioFilterNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SgioFilter> Table { get; } = new("default", "filtered", "unfiltered");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SgioFilter value) => Table[value];
}
