using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>
/// What other devices hang on (<c>&lt;controller&gt;</c>): PCI, USB, SCSI, IDE, SATA, virtio-serial …
/// </summary>
public sealed partial class Controller : Device
{
    /// <summary>A controller of that type.</summary>
    public Controller(ControllerType type) => Type = type;

    /// <summary>What it drives.</summary>
    public ControllerType Type { get; }

    /// <summary>Its number among its kind; -1 where none is chosen yet.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Its model, by libvirt's word; null for the usual one.</summary>
    public string? Model { get; set; }

    /// <summary>Ports of a USB or virtio-serial controller.</summary>
    public int? Ports { get; set; }

    /// <summary>Interrupt vectors of a virtio-serial controller.</summary>
    public int? Vectors { get; set; }

    /// <summary>Queues of a SCSI controller; 0 for QEMU's own.</summary>
    public uint Queues { get; set; }

    /// <summary>Commands at once of a unit; 0 for QEMU's own.</summary>
    public uint CommandsPerLun { get; set; }

    /// <summary>Sectors of a request; 0 for QEMU's own.</summary>
    public uint MaximumSectors { get; set; }

    /// <summary>Whether requests are handled outside of the virtual CPU's thread.</summary>
    public bool? IoEventFd { get; set; }

    /// <summary>The I/O thread that serves it; 0 for none.</summary>
    public uint IoThread { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    /// <summary>What is said of a PCI controller.</summary>
    public PciControllerOptions? Pci { get; set; }

    /// <summary>Grant frames of a Xen bus.</summary>
    public int? MaximumGrantFrames { get; set; }

    /// <summary>Event channels of a Xen bus.</summary>
    public int? MaximumEventChannels { get; set; }

    /// <summary>The model of a PCI controller.</summary>
    public PciControllerModel? PciModel
    {
        get => Named(ControllerType.Pci, PciControllerModelNames.Table);
        set => Model = value?.ToXml();
    }

    /// <summary>The model of a SCSI controller.</summary>
    public ScsiControllerModel? ScsiModel
    {
        get => Named(ControllerType.Scsi, ScsiControllerModelNames.Table);
        set => Model = value?.ToXml();
    }

    /// <summary>The model of a USB controller.</summary>
    public UsbControllerModel? UsbModel
    {
        get => Named(ControllerType.Usb, UsbControllerModelNames.Table);
        set => Model = value?.ToXml();
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("controller").Attribute("type", Type.ToXml()).Attribute("index", (long?)Index)
            .Attribute("model", Model)
            .Attribute("ports", (long?)Ports).Attribute("vectors", (long?)Vectors)
            .Attribute("maxGrantFrames", (long?)MaximumGrantFrames)
            .Attribute("maxEventChannels", (long?)MaximumEventChannels);
        Pci?.Format(output, this, options);
        output.Start("driver").AttributeUnlessZero("queues", Queues).AttributeUnlessZero("cmd_per_lun", CommandsPerLun)
            .AttributeUnlessZero("max_sectors", MaximumSectors).OnOff("ioeventfd", IoEventFd)
            .AttributeUnlessZero("iothread", IoThread);
        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty();
        FormatInfo(output);
        output.Kibibytes("pcihole64", Pci?.Hole64);
        output.End();
    }

    private T? Named<T>(ControllerType type, XmlNames<T> names)
        where T : struct, Enum => Type == type && names.TryParse(Model, out var model) ? model : null;
}
