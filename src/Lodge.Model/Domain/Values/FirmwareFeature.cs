using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the chosen firmware must have.</summary>
public enum FirmwareFeature
{
    /// <summary><c>enrolled-keys</c>.</summary>
    EnrolledKeys,

    /// <summary><c>secure-boot</c>.</summary>
    SecureBoot,
}

/// <summary>The words of <see cref="FirmwareFeature"/>.</summary>
public static class FirmwareFeatureNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FirmwareFeature> Table { get; } = new("enrolled-keys", "secure-boot");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FirmwareFeature value) => Table[value];
}
