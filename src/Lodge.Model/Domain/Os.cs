using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the guest is and how it boots (<c>&lt;os&gt;</c>).</summary>
public sealed partial class Os
{
    /// <summary>What it is booted as.</summary>
    public OsType Type { get; set; }

    /// <summary>Its architecture, by libvirt's word; null for the host's.</summary>
    public string? Architecture { get; set; }

    /// <summary>Its machine, as QEMU names it; null for the usual one.</summary>
    public string? Machine { get; set; }

    /// <summary>The firmware to choose; none where it is named, or BIOS.</summary>
    public FirmwareKind Firmware { get; set; }

    /// <summary>What that firmware must have or lack.</summary>
    public SortedDictionary<FirmwareFeature, bool>? FirmwareFeatures { get; set; }

    /// <summary>The firmware, where one is named.</summary>
    public Loader? Loader { get; set; }

    /// <summary>A kernel to boot without a boot loader.</summary>
    public string? Kernel { get; set; }

    /// <summary>That kernel's first filesystem.</summary>
    public string? Initrd { get; set; }

    /// <summary>That kernel's command line.</summary>
    public string? CommandLine { get; set; }

    /// <summary>A device tree.</summary>
    public string? DeviceTree { get; set; }

    /// <summary>The root device.</summary>
    public string? Root { get; set; }

    /// <summary>A file with an ACPI table.</summary>
    public string? SlicTable { get; set; }

    /// <summary>The kinds of devices to boot from, in turn.</summary>
    public List<BootDevice> BootDevices { get; } = [];

    /// <summary>Whether a boot menu is shown.</summary>
    public bool? BootMenu { get; set; }

    /// <summary>How long, in milliseconds.</summary>
    public uint? BootMenuTimeout { get; set; }

    /// <summary>Whether the BIOS speaks on the serial port.</summary>
    public bool? BiosUseSerial { get; set; }

    /// <summary>Milliseconds until a failed boot is tried again; -1 for never.</summary>
    public int? RebootTimeout { get; set; }

    /// <summary>Where SMBIOS tables come from.</summary>
    public SmbiosMode SmbiosMode { get; set; }

    /// <summary>The first program of a container.</summary>
    public string? Init { get; set; }

    /// <summary>Its arguments.</summary>
    public List<string> InitArguments { get; } = [];

    /// <summary>Its environment.</summary>
    public List<KeyValuePair<string, string>> InitEnvironment { get; } = [];

    /// <summary>Its folder.</summary>
    public string? InitFolder { get; set; }

    /// <summary>Its user.</summary>
    public string? InitUser { get; set; }

    /// <summary>Its group.</summary>
    public string? InitGroup { get; set; }

    /// <summary>Xen's boot loader.</summary>
    public string? BootLoader { get; set; }

    /// <summary>Its arguments.</summary>
    public string? BootLoaderArguments { get; set; }

    /// <summary>Whether it is a PC.</summary>
    public bool IsX86 => Architecture is null or "x86_64" or "i686";

    /// <summary>Whether it is a PC with PCI Express.</summary>
    public bool IsQ35 => IsMachine("q35");

    /// <summary>Whether it is a PC with PCI.</summary>
    public bool IsI440Fx => IsX86 && (Machine is "pc" || IsMachine("i440fx"))
        || (IsX86 && (Machine?.StartsWith("pc-0.", StringComparison.Ordinal) == true
            || Machine?.StartsWith("pc-1.", StringComparison.Ordinal) == true
            || Machine?.StartsWith("rhel", StringComparison.Ordinal) == true));

    /// <summary>Whether it is QEMU's smallest machine.</summary>
    public bool IsMicroVm => IsX86 && Machine == "microvm";

    internal void Format(XmlOutput output, DomainXmlFormatOptions options, DomainType domainType)
    {
        output.Text("bootloader", BootLoader).Text("bootloader_args", BootLoader is null ? null : BootLoaderArguments);
        output.Start("os").Named("firmware", Firmware, FirmwareKindNames.Table);
        output.Start("type").Attribute("arch", Architecture).Attribute("machine", Machine)
            .EndText(domainType == DomainType.Xen && Type == OsType.Xen ? OsType.Linux.ToXml() : Type.ToXml());
        if (FirmwareFeatures is not null)
        {
            output.Start("firmware");
            foreach (var (name, enabled) in FirmwareFeatures)
            {
                output.Start("feature").YesNo("enabled", enabled).Attribute("name", name.ToXml()).End();
            }

            output.EndLong();
        }

        FormatInit(output);
        Loader?.Format(output, options);
        output.Text("kernel", Kernel).Text("initrd", Initrd).Text("cmdline", CommandLine).Text("dtb", DeviceTree)
            .Text("root", Root);
        if (SlicTable is not null)
        {
            output.Start("acpi").Start("table").Attribute("type", "slic").EndText(SlicTable).End();
        }

        FormatBoot(output);
        output.Start("smbios").Named("mode", SmbiosMode, SmbiosModeNames.Table).EndUnlessEmpty();
        output.End();
    }

    private bool IsMachine(string name) => IsX86 && Machine is not null
        && (Machine == name || Machine.StartsWith("pc-" + name, StringComparison.Ordinal));

    private void FormatInit(XmlOutput output)
    {
        output.Text("init", Init);
        InitArguments.ForEach(argument => output.Text("initarg", argument));
        foreach (var (name, value) in InitEnvironment)
        {
            output.Start("initenv").Attribute("name", name).EndText(value);
        }

        output.Text("initdir", InitFolder).Text("inituser", InitUser).Text("initgroup", InitGroup);
    }

    private void FormatBoot(XmlOutput output)
    {
        if (BootLoader is not null)
        {
            return;
        }

        BootDevices.ForEach(device => output.Start("boot").Attribute("dev", device.ToXml()).End());
        if (BootMenu is not null)
        {
            output.Start("bootmenu").YesNo("enable", BootMenu).Attribute("timeout", (ulong?)BootMenuTimeout).End();
        }

        output.Start("bios").YesNo("useserial", BiosUseSerial).Attribute("rebootTimeout", (long?)RebootTimeout)
            .EndUnlessEmpty();
    }
}
