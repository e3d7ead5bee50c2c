using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a virtio interface transmits.</summary>
public enum TransmitMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>iothread</c>.</summary>
    Iothread,

    /// <summary><c>timer</c>.</summary>
    Timer,
}

/// <summary>The words of <see cref="TransmitMode"/>.</summary>
public static class TransmitModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TransmitMode> Table { get; } = new("default", "iothread", "timer");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TransmitMode value) => Table[value];
}
