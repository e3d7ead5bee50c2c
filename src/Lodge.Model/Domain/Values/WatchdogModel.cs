using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of watchdogs.</summary>
public enum WatchdogModel
{
    /// <summary><c>i6300esb</c>.</summary>
    I6300esb,

    /// <summary><c>ib700</c>.</summary>
    Ib700,

    /// <summary><c>diag288</c>.</summary>
    Diag288,
}

/// <summary>The words of <see cref="WatchdogModel"/>.</summary>
public static class WatchdogModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<WatchdogModel> Table { get; } = new("i6300esb", "ib700", "diag288");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this WatchdogModel value) => Table[value];
}
