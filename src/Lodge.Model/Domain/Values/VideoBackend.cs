using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What runs a video device.</summary>
public enum VideoBackend
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>qemu</c>.</summary>
    Qemu,

    /// <summary><c>vhostuser</c>.</summary>
    Vhostuser,
}

/// <summary>The words of <see cref="VideoBackend"/>.</summary>
public static class VideoBackendNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VideoBackend> Table { get; } = new("default", "qemu", "vhostuser");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VideoBackend value) => Table[value];
}
