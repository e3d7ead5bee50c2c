using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a device of the host is given.</summary>
public enum HostdevMode
{
    /// <summary><c>subsystem</c>.</summary>
    Subsystem,

    /// <summary><c>capabilities</c>.</summary>
    Capabilities,
}

/// <summary>The words of <see cref="HostdevMode"/>.</summary>
public static class HostdevModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HostdevMode> Table { get; } = new("subsystem", "capabilities");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HostdevMode value) => Table[value];
}
