using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of IDE controllers.</summary>
public enum IdeControllerModel
{
    /// <summary><c>piix3</c>.</summary>
    Piix3,

    /// <summary><c>piix4</c>.</summary>
    Piix4,

    /// <summary><c>ich6</c>.</summary>
    Ich6,
}

/// <summary>The words of <see cref="IdeControllerModel"/>.</summary>
public static class IdeControllerModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<IdeControllerModel> Table { get; } = new("piix3", "piix4", "ich6");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this IdeControllerModel value) => Table[value];
}
