using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A disk, CD-ROM drive or floppy drive (<c>&lt;disk&gt;</c>).</summary>
public sealed partial class Disk : Device
{
    /// <summary>How it shows itself to the guest.</summary>
    public DiskDevice Kind { get; set; }

    /// <summary>The virtio flavour.</summary>
    public DiskModel Model { get; set; }

    /// <summary>Whether the guest's raw commands need a capability on the host.</summary>
    public bool? RawIo { get; set; }

    /// <summary>Whether SCSI commands are filtered.</summary>
    public SgioFilter Sgio { get; set; }

    /// <summary>Where its snapshots go.</summary>
    public SnapshotLocation Snapshot { get; set; }

    /// <summary>Where its content lies.</summary>
    public StorageSource Source { get; set; } = new();

    /// <summary>What becomes of a missing source at start.</summary>
    public StartupPolicy StartupPolicy { get; set; }

    /// <summary>Its name (<c>vda</c>), which orders it on its bus.</summary>
    public string? Target { get; set; }

    /// <summary>The bus it hangs on.</summary>
    public DiskBus Bus { get; set; }

    /// <summary>Whether its tray is open.</summary>
    public TrayState Tray { get; set; }

    /// <summary>Whether a USB disk says it is removable.</summary>
    public bool? Removable { get; set; }

    /// <summary>Turns a minute that it claims; 1 for a solid state disk, 0 for no claim.</summary>
    public uint RotationRate { get; set; }

    /// <summary>How the host drives it.</summary>
    public DiskDriver Driver { get; set; } = new();

    /// <summary>Its geometry, where one is claimed.</summary>
    public DiskGeometry? Geometry { get; set; }

    /// <summary>Bytes of a logical block; 0 for QEMU's own.</summary>
    public uint LogicalBlockSize { get; set; }

    /// <summary>Bytes of a physical block; 0 for QEMU's own.</summary>
    public uint PhysicalBlockSize { get; set; }

    /// <summary>The copy being made of it, of a running guest.</summary>
    public DiskMirror? Mirror { get; set; }

    /// <summary>Its limits.</summary>
    public IoTune? IoTune { get; set; }

    /// <summary>Whether the guest may not write.</summary>
    public bool Readonly { get; set; }

    /// <summary>Whether other guests use it at once.</summary>
    public bool Shareable { get; set; }

    /// <summary>Whether what is written vanishes with the guest.</summary>
    public bool Transient { get; set; }

    /// <summary>Whether several guests may start from its image at once.</summary>
    public bool? TransientShareBacking { get; set; }

    /// <summary>Serial number.</summary>
    public string? Serial { get; set; }

    /// <summary>World wide name.</summary>
    public string? Wwn { get; set; }

    /// <summary>Vendor.</summary>
    public string? Vendor { get; set; }

    /// <summary>Product.</summary>
    public string? Product { get; set; }

    /// <summary>Xen's domain that drives it.</summary>
    public string? BackendDomain { get; set; }

    /// <summary>Whether the old place of <c>&lt;auth&gt;</c>, outside of the source, is used.</summary>
    public bool AuthOnDisk { get; set; }

    /// <summary>Whether the old place of <c>&lt;encryption&gt;</c> is used.</summary>
    public bool EncryptionOnDisk { get; set; }

    /// <summary>Whether it is a virtio block device.</summary>
    public bool IsVirtio => Bus == DiskBus.Virtio;

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("disk").Attribute("type", Source.ShownType.ToXml()).Attribute("device", Kind.ToXml())
            .Named("model", Model, DiskModelNames.Table).YesNo("rawio", RawIo)
            .Named("sgio", Sgio, SgioFilterNames.Table);
        if (!(Snapshot == SnapshotLocation.No && Readonly))
        {
            output.Named("snapshot", Snapshot, SnapshotLocationNames.Table);
        }

        Driver.Format(output, Source);
        if (AuthOnDisk)
        {
            Source.Auth?.Format(output);
        }

        Source.FormatElement(output, options, "source", StartupPolicy, true, !AuthOnDisk, !EncryptionOnDisk);
        BackingStore.Format(output, Source, options);
        output.Start("backenddomain").Attribute("name", BackendDomain).EndUnlessEmpty();
        Geometry?.Format(output);
        output.Start("blockio").AttributeUnlessZero("logical_block_size", LogicalBlockSize)
            .AttributeUnlessZero("physical_block_size", PhysicalBlockSize).EndUnlessEmpty();
        if (!options.Inactive)
        {
            Mirror?.Format(output, options);
        }

        FormatTarget(output);
        IoTune?.Format(output);
        output.Flag("readonly", Readonly).Flag("shareable", Shareable);
        if (Transient)
        {
            output.Start("transient").YesNo("shareBacking", TransientShareBacking == true ? true : null).End();
        }

        output.Text("serial", Serial).Text("wwn", Wwn).Text("vendor", Vendor).Text("product", Product);
        if (EncryptionOnDisk)
        {
            Source.Encryption?.FormatElement(output);
        }

        FormatInfo(output, boot: true);
        output.End();
    }

    private void FormatTarget(XmlOutput output)
    {
        output.Start("target").Attribute("dev", Target).Attribute("bus", Bus.ToXml());
        if (Kind is DiskDevice.Floppy or DiskDevice.Cdrom)
        {
            output.Named("tray", Tray, TrayStateNames.Table);
        }

        output.OnOff("removable", Bus == DiskBus.Usb ? Removable : null)
            .AttributeUnlessZero("rotation_rate", RotationRate).End();
    }
}
