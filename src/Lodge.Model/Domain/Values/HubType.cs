using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of hubs.</summary>
public enum HubType
{
    /// <summary><c>usb</c>.</summary>
    Usb,
}

/// <summary>The words of <see cref="HubType"/>.</summary>
public static class HubTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HubType> Table { get; } = new("usb");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HubType value) => Table[value];
}
