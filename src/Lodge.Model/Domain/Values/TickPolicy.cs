using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of missed ticks.</summary>
public enum TickPolicy
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>delay</c>.</summary>
    Delay,

    /// <summary><c>catchup</c>.</summary>
    Catchup,

    /// <summary><c>merge</c>.</summary>
    Merge,

    /// <summary><c>discard</c>.</summary>
    Discard,
}

/// <summary>The words of <see cref="TickPolicy"/>.</summary>
public static class TickPolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TickPolicy> Table { get; } = new("none", "delay", "catchup", "merge", "discard");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TickPolicy value) => Table[value];
}
