using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether the guest may reset a USB device.</summary>
public enum UsbGuestReset
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>off</c>.</summary>
    Off,

    /// <summary><c>uninitialized</c>.</summary>
    Uninitialized,

    /// <summary><c>on</c>.</summary>
    On,
}

/// <summary>The words of <see cref="UsbGuestReset"/>.</summary>
public static class UsbGuestResetNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<UsbGuestReset> Table { get; } = new("default", "off", "uninitialized", "on");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this UsbGuestReset value) => Table[value];
}
