using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of SCSI controllers.</summary>
public enum ScsiControllerModel
{
    /// <summary><c>auto</c>.</summary>
    Auto,

    /// <summary><c>buslogic</c>.</summary>
    Buslogic,

    /// <summary><c>lsilogic</c>.</summary>
    Lsilogic,

    /// <summary><c>lsisas1068</c>.</summary>
    Lsisas1068,

    /// <summary><c>vmpvscsi</c>.</summary>
    Vmpvscsi,

    /// <summary><c>ibmvscsi</c>.</summary>
    Ibmvscsi,

    /// <summary><c>virtio-scsi</c>.</summary>
    VirtioScsi,

    /// <summary><c>lsisas1078</c>.</summary>
    Lsisas1078,

    /// <summary><c>virtio-transitional</c>.</summary>
    VirtioTransitional,

    /// <summary><c>virtio-non-transitional</c>.</summary>
    VirtioNonTransitional,

    /// <summary><c>ncr53c90</c>.</summary>
    Ncr53c90,

    /// <summary><c>dc390</c>.</summary>
    Dc390,

    /// <summary><c>am53c974</c>.</summary>
    Am53c974,
}

/// <summary>The words of <see cref="ScsiControllerModel"/>.</summary>
public static class ScsiControllerModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ScsiControllerModel> Table { get; } = new(
        "auto", "buslogic", "lsilogic", "lsisas1068", "vmpvscsi", "ibmvscsi", "virtio-scsi", "lsisas1078",
        "virtio-transitional", "virtio-non-transitional", "ncr53c90", "dc390", "am53c974");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ScsiControllerModel value) => Table[value];
}
