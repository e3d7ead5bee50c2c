using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of IOMMU.</summary>
public enum IommuModel
{
    /// <summary><c>intel</c>.</summary>
    Intel,

    /// <summary><c>smmuv3</c>.</summary>
    Smmuv3,

    /// <summary><c>virtio</c>.</summary>
    Virtio,
}

/// <summary>The words of <see cref="IommuModel"/>.</summary>
public static class IommuModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<IommuModel> Table { get; } = new("intel", "smmuv3", "virtio");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this IommuModel value) => Table[value];
}
