using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of mediated devices.</summary>
public enum MediatedDeviceModel
{
    /// <summary><c>vfio-pci</c>.</summary>
    VfioPci,

    /// <summary><c>vfio-ccw</c>.</summary>
    VfioCcw,

    /// <summary><c>vfio-ap</c>.</summary>
    VfioAp,
}

/// <summary>The words of <see cref="MediatedDeviceModel"/>.</summary>
public static class MediatedDeviceModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MediatedDeviceModel> Table { get; } = new("vfio-pci", "vfio-ccw", "vfio-ap");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MediatedDeviceModel value) => Table[value];
}
