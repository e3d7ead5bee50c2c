using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of USB controllers.</summary>
public enum UsbControllerModel
{
    /// <summary><c>piix3-uhci</c>.</summary>
    Piix3Uhci,

    /// <summary><c>piix4-uhci</c>.</summary>
    Piix4Uhci,

    /// <summary><c>ehci</c>.</summary>
    Ehci,

    /// <summary><c>ich9-ehci1</c>.</summary>
    Ich9Ehci1,

    /// <summary><c>ich9-uhci1</c>.</summary>
    Ich9Uhci1,

    /// <summary><c>ich9-uhci2</c>.</summary>
    Ich9Uhci2,

    /// <summary><c>ich9-uhci3</c>.</summary>
    Ich9Uhci3,

    /// <summary><c>vt82c686b-uhci</c>.</summary>
    Vt82c686bUhci,

    /// <summary><c>pci-ohci</c>.</summary>
    PciOhci,

    /// <summary><c>nec-xhci</c>.</summary>
    NecXhci,

    /// <summary><c>qusb1</c>.</summary>
    Qusb1,

    /// <summary><c>qusb2</c>.</summary>
    Qusb2,

    /// <summary><c>qemu-xhci</c>.</summary>
    QemuXhci,

    /// <summary><c>none</c>.</summary>
    None,
}

/// <summary>The words of <see cref="UsbControllerModel"/>.</summary>
public static class UsbControllerModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<UsbControllerModel> Table { get; } = new(
        "piix3-uhci", "piix4-uhci", "ehci", "ich9-ehci1", "ich9-uhci1", "ich9-uhci2", "ich9-uhci3",
        "vt82c686b-uhci", "pci-ohci", "nec-xhci", "qusb1", "qusb2", "qemu-xhci", "none");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this UsbControllerModel value) => Table[value];
}
