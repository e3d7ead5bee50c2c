using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the TSC is shown.</summary>
public enum TimerMode
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>auto</c>.</summary>
    Auto,

    /// <summary><c>native</c>.</summary>
    Native,

    /// <summary><c>emulate</c>.</summary>
    Emulate,

    /// <summary><c>paravirt</c>.</summary>
    Paravirt,

    /// <summary><c>smpsafe</c>.</summary>
    Smpsafe,
}

/// <summary>The words of <see cref="TimerMode"/>.</summary>
public static class TimerModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TimerMode> Table { get; } = new("none", "auto", "native", "emulate", "paravirt", "smpsafe");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TimerMode value) => Table[value];
}
