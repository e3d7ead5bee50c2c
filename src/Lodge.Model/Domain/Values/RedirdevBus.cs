using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The bus of a redirected device.</summary>
public enum RedirdevBus
{
    /// <summary><c>usb</c>.</summary>
    Usb,
}

/// <summary>The words of <see cref="RedirdevBus"/>.</summary>
public static class RedirdevBusNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<RedirdevBus> Table { get; } = new("usb");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this RedirdevBus value) => Table[value];
}
