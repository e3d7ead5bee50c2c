using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of video devices.</summary>
public enum VideoModel
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>vga</c>.</summary>
    Vga,

    /// <summary><c>cirrus</c>.</summary>
    Cirrus,

    /// <summary><c>vmvga</c>.</summary>
    Vmvga,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>vbox</c>.</summary>
    Vbox,

    /// <summary><c>qxl</c>.</summary>
    Qxl,

    /// <summary><c>parallels</c>.</summary>
    Parallels,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>gop</c>.</summary>
    Gop,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>bochs</c>.</summary>
    Bochs,

    /// <summary><c>ramfb</c>.</summary>
    Ramfb,
}

/// <summary>The words of <see cref="VideoModel"/>.</summary>
public static class VideoModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VideoModel> Table { get; } = new(
        "default", "vga", "cirrus", "vmvga", "xen", "vbox", "qxl", "parallels", "virtio", "gop", "none", "bochs",
        "ramfb");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VideoModel value) => Table[value];
}
