using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of input devices.</summary>
public enum InputType
{
    /// <summary><c>mouse</c>.</summary>
    Mouse,

    /// <summary><c>tablet</c>.</summary>
    Tablet,

    /// <summary><c>keyboard</c>.</summary>
    Keyboard,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,

    /// <summary><c>evdev</c>.</summary>
    Evdev,
}

/// <summary>The words of <see cref="InputType"/>.</summary>
public static class InputTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InputType> Table { get; } = new("mouse", "tablet", "keyboard", "passthrough", "evdev");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InputType value) => Table[value];
}
