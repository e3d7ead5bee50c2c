using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>Kinds of devices, in libvirt's order: bit N of its list flags is kind N.</summary>
public enum NodeDeviceKind
{
    /// <summary>The machine itself.</summary>
    System,

    /// <summary>A PCI function.</summary>
    Pci,

    /// <summary>A USB device.</summary>
    UsbDevice,

    /// <summary>An interface of a USB device.</summary>
    UsbInterface,

    /// <summary>A network interface.</summary>
    Net,

    /// <summary>A SCSI host adapter.</summary>
    ScsiHost,

    /// <summary>A SCSI target.</summary>
    ScsiTarget,

    /// <summary>A SCSI logical unit.</summary>
    Scsi,

    /// <summary>A block device.</summary>
    Storage,

    /// <summary>A Fibre Channel adapter.</summary>
    FcHost,

    /// <summary>An adapter that carries virtual ports.</summary>
    Vports,

    /// <summary>A SCSI generic node.</summary>
    ScsiGeneric,

    /// <summary>A node of a graphics card.</summary>
    Drm,

    /// <summary>A device that mediated devices are made of.</summary>
    MdevTypes,

    /// <summary>A mediated device.</summary>
    Mdev,

    /// <summary>A channel device of s390.</summary>
    Ccw,

    /// <summary>A subchannel of s390.</summary>
    Css,

    /// <summary>A vDPA device.</summary>
    Vdpa,

    /// <summary>A cryptographic card of s390.</summary>
    ApCard,

    /// <summary>A queue of such a card.</summary>
    ApQueue,

    /// <summary>The matrix of such queues.</summary>
    ApMatrix,

    /// <summary>A device with vital product data.</summary>
    Vpd,
}

/// <summary>The words of <see cref="NodeDeviceKind"/>.</summary>
public static class NodeDeviceKindNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<NodeDeviceKind> Table { get; } = new(
        "system", "pci", "usb_device", "usb", "net", "scsi_host", "scsi_target", "scsi", "storage", "fc_host", "vports",
        "scsi_generic", "drm", "mdev_types", "mdev", "ccw", "css", "vdpa", "ap_card", "ap_queue", "ap_matrix", "vpd");
}
