using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A device of the host, given to the guest (<c>&lt;hostdev&gt;</c>).</summary>
public sealed partial class Hostdev : Device
{
    /// <summary>How it is given.</summary>
    public HostdevMode Mode { get; set; }

    /// <summary>What it is.</summary>
    public HostdevType Type { get; set; }

    /// <summary>What a container is given.</summary>
    public HostdevCapability Capability { get; set; }

    /// <summary>Whether the daemon takes it from its driver and gives it back.</summary>
    public bool Managed { get; set; }

    /// <summary>Whether it was not there at start.</summary>
    public bool Missing { get; set; }

    /// <summary>What becomes of its absence at start.</summary>
    public StartupPolicy StartupPolicy { get; set; }

    /// <summary>The PCI device on the host.</summary>
    public PciAddress? Pci { get; set; }

    /// <summary>The driver that passes it through.</summary>
    public PciBackend PciBackend { get; set; }

    /// <summary>Whether writes to its configuration are filtered (Xen).</summary>
    public bool? WriteFiltering { get; set; }

    /// <summary>The USB device on the host.</summary>
    public UsbSource? Usb { get; set; }

    /// <summary>The SCSI device on the host.</summary>
    public ScsiSource? Scsi { get; set; }

    /// <summary>The port name of a vhost SCSI host.</summary>
    public string? Wwpn { get; set; }

    /// <summary>The virtio flavour of a SCSI host.</summary>
    public ScsiHostModel ScsiHostModel { get; set; }

    /// <summary>The UUID of a mediated device.</summary>
    public Guid? MediatedDevice { get; set; }

    /// <summary>The kind of a mediated device.</summary>
    public MediatedDeviceModel MediatedModel { get; set; }

    /// <summary>Whether a mediated device has a screen.</summary>
    public bool? Display { get; set; }

    /// <summary>Whether that screen shows the firmware.</summary>
    public bool? RamFramebuffer { get; set; }

    /// <summary>What a container is given: a device or an interface.</summary>
    public string? CapabilityPath { get; set; }

    /// <summary>Addresses of a container's interface.</summary>
    public IpConfiguration? CapabilityIp { get; set; }

    /// <summary>Whether a SCSI device may not be written.</summary>
    public bool Readonly { get; set; }

    /// <summary>Whether other guests use a SCSI device at once.</summary>
    public bool Shareable { get; set; }

    /// <summary>Its part in a team.</summary>
    public Teaming? Teaming { get; set; }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("hostdev").Attribute("mode", Mode.ToXml());
        if (Mode == HostdevMode.Capabilities)
        {
            output.Attribute("type", Capability.ToXml());
            FormatCapability(output);
        }
        else
        {
            output.Attribute("type", Type.ToXml()).YesNo("managed", Managed);
            FormatAttributes(output);
            FormatSource(output, options, withType: false);
        }

        Teaming?.Format(output);
        output.Flag("readonly", Readonly).Flag("shareable", Shareable);
        FormatInfo(output, boot: true, rom: true);
        output.EndLong();
    }

    internal void FormatSource(XmlOutput output, DomainXmlFormatOptions options, bool withType)
    {
        if (Type == HostdevType.Pci)
        {
            output.Start("driver").Named("name", PciBackend, PciBackendNames.Table).EndUnlessEmpty();
        }

        output.Start("source");
        switch (Type)
        {
            case HostdevType.Usb:
                output.Named("startupPolicy", StartupPolicy, StartupPolicyNames.Table);
                Usb?.Format(output, options, Missing, withType);
                break;
            case HostdevType.Pci when Pci is not null:
                output.YesNo("writeFiltering", WriteFiltering);
                PciAddress.FormatSource(output, Pci, withType);
                break;
            case HostdevType.Scsi:
                Scsi?.Format(output, withType);
                break;
            case HostdevType.ScsiHost:
                output.Attribute("protocol", "vhost").Attribute("wwpn", Wwpn);
                break;
            case HostdevType.Mdev when MediatedDevice is { } uuid:
                output.Start("address").Attribute("uuid", UuidText.Format(uuid)).End();
                break;
        }

        output.EndUnlessEmpty();
    }

    private void FormatAttributes(XmlOutput output)
    {
        switch (Type)
        {
            case HostdevType.Scsi:
                output.Named("sgio", Scsi?.Sgio ?? default, SgioFilterNames.Table).YesNo("rawio", Scsi?.RawIo);
                break;
            case HostdevType.ScsiHost:
                output.Named("model", ScsiHostModel, ScsiHostModelNames.Table);
                break;
            case HostdevType.Mdev:
                output.Attribute("model", MediatedModel.ToXml()).OnOff("display", Display)
                    .OnOff("ramfb", RamFramebuffer);
                break;
        }
    }

    private void FormatCapability(XmlOutput output)
    {
        output.Start("source").Text(CapabilityElement(), CapabilityPath).End();
        CapabilityIp?.Format(output);
    }

    private string CapabilityElement() => Capability switch
    {
        HostdevCapability.Storage => "block",
        HostdevCapability.Misc => "char",
        _ => "interface",
    };
}
