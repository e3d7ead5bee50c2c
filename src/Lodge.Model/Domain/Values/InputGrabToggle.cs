using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The keys that toggle the grab.</summary>
public enum InputGrabToggle
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>ctrl-ctrl</c>.</summary>
    CtrlCtrl,

    /// <summary><c>alt-alt</c>.</summary>
    AltAlt,

    /// <summary><c>shift-shift</c>.</summary>
    ShiftShift,

    /// <summary><c>meta-meta</c>.</summary>
    MetaMeta,

    /// <summary><c>scrolllock</c>.</summary>
    Scrolllock,

    /// <summary><c>ctrl-scrolllock</c>.</summary>
    CtrlScrolllock,
}

/// <summary>The words of <see cref="InputGrabToggle"/>.</summary>
public static class InputGrabToggleNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InputGrabToggle> Table { get; } = new(
        "default", "ctrl-ctrl", "alt-alt", "shift-shift", "meta-meta", "scrolllock", "ctrl-scrolllock");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InputGrabToggle value) => Table[value];
}
