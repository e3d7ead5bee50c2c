using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Which devices are grabbed together.</summary>
public enum InputGrab
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>all</c>.</summary>
    All,
}

/// <summary>The words of <see cref="InputGrab"/>.</summary>
public static class InputGrabNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InputGrab> Table { get; } = new("default", "all");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InputGrab value) => Table[value];
}
