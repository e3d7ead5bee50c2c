using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of accesses to unknown model specific registers.</summary>
public enum UnknownMsrs
{
    /// <summary><c>ignore</c>.</summary>
    Ignore,

    /// <summary><c>fault</c>.</summary>
    Fault,
}

/// <summary>The words of <see cref="UnknownMsrs"/>.</summary>
public static class UnknownMsrsNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<UnknownMsrs> Table { get; } = new("ignore", "fault");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this UnknownMsrs value) => Table[value];
}
