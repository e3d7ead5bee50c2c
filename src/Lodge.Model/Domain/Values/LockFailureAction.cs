using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What follows a lost disk lease.</summary>
public enum LockFailureAction
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>poweroff</c>.</summary>
    Poweroff,

    /// <summary><c>restart</c>.</summary>
    Restart,

    /// <summary><c>pause</c>.</summary>
    Pause,

    /// <summary><c>ignore</c>.</summary>
    Ignore,
}

/// <summary>The words of <see cref="LockFailureAction"/>.</summary>
public static class LockFailureActionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LockFailureAction> Table { get; } = new("default", "poweroff", "restart", "pause", "ignore");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this LockFailureAction value) => Table[value];
}
