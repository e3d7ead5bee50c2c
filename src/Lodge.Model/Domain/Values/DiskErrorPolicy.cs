using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What follows a disk error.</summary>
public enum DiskErrorPolicy
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>stop</c>.</summary>
    Stop,

    /// <summary><c>report</c>.</summary>
    Report,

    /// <summary><c>ignore</c>.</summary>
    Ignore,

    /// <summary><c>enospace</c>.</summary>
    Enospace,
}

/// <summary>The words of <see cref="DiskErrorPolicy"/>.</summary>
public static class DiskErrorPolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskErrorPolicy> Table { get; } = new("default", "stop", "report", "ignore", "enospace");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskErrorPolicy value) => Table[value];
}
