using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The bus an input device hangs on.</summary>
public enum InputBus
{
    /// <summary><c>ps2</c>.</summary>
    Ps2,

    /// <summary><c>usb</c>.</summary>
    Usb,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>parallels</c>.</summary>
    Parallels,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>none</c>.</summary>
    None,
}

/// <summary>The words of <see cref="InputBus"/>.</summary>
public static class InputBusNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InputBus> Table { get; } = new("ps2", "usb", "xen", "parallels", "virtio", "none");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InputBus value) => Table[value];
}
