using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the machine has or lacks (<c>&lt;features&gt;</c>).</summary>
public sealed partial class Features
{
    /// <summary>ACPI.</summary>
    public bool Acpi { get; set; }

    /// <summary>The local APIC.</summary>
    public bool Apic { get; set; }

    /// <summary>Whether interrupts end without leaving the guest.</summary>
    public bool? ApicEoi { get; set; }

    /// <summary>Physical addresses beyond 4 GiB of a 32-bit guest.</summary>
    public bool Pae { get; set; }

    /// <summary>Paging in hardware.</summary>
    public bool? Hap { get; set; }

    /// <summary>Xen's Hyper-V enlightenments.</summary>
    public bool Viridian { get; set; }

    /// <summary>A container's network of its own.</summary>
    public bool PrivateNetwork { get; set; }

    /// <summary>Hyper-V enlightenments.</summary>
    public HypervFeatures? Hyperv { get; set; }

    /// <summary>KVM's own features.</summary>
    public KvmFeatures? Kvm { get; set; }

    /// <summary>Paravirtual spinlocks.</summary>
    public bool? PvSpinlock { get; set; }

    /// <summary>A container's capabilities.</summary>
    public ContainerCapabilities? Capabilities { get; set; }

    /// <summary>Performance counters.</summary>
    public bool? Pmu { get; set; }

    /// <summary>VMware's I/O port.</summary>
    public bool? VmPort { get; set; }

    /// <summary>ARM's interrupt controller.</summary>
    public bool Gic { get; set; }

    /// <summary>Its version.</summary>
    public GicVersion GicVersion { get; set; }

    /// <summary>System management mode.</summary>
    public bool? Smm { get; set; }

    /// <summary>Bytes of memory of system management mode.</summary>
    public ulong? Tseg { get; set; }

    /// <summary>Who runs the I/O APIC.</summary>
    public IoapicDriver Ioapic { get; set; }

    /// <summary>Whether anything is said of the hash page table.</summary>
    public bool HasHpt { get; set; }

    /// <summary>Whether the hash page table may be resized.</summary>
    public HptResizing HptResizing { get; set; }

    /// <summary>KiB of its largest page; 0 for none said.</summary>
    public ulong HptMaximumPageSize { get; set; }

    /// <summary>Notes for dumping the guest's memory.</summary>
    public bool? VmCoreInfo { get; set; }

    /// <summary>Transactional memory of pSeries.</summary>
    public bool? Htm { get; set; }

    /// <summary>Guests inside a pSeries guest.</summary>
    public bool? NestedHv { get; set; }

    /// <summary>What becomes of unknown model specific registers.</summary>
    public UnknownMsrs? Msrs { get; set; }

    /// <summary>Count cache flush assistance of pSeries.</summary>
    public bool? CcfAssist { get; set; }

    /// <summary>Xen's own features.</summary>
    public XenFeatures? Xen { get; set; }

    /// <summary>Cache protection of pSeries.</summary>
    public CfpcMode Cfpc { get; set; }

    /// <summary>Bounds check protection of pSeries.</summary>
    public SbbcMode Sbbc { get; set; }

    /// <summary>Branch protection of pSeries.</summary>
    public IbsMode Ibs { get; set; }

    /// <summary>KiB of QEMU's translation cache; 0 for QEMU's own.</summary>
    public ulong TranslationCache { get; set; }

    internal void Format(XmlOutput output)
    {
        output.Start("features").Flag("acpi", Acpi);
        if (Apic)
        {
            output.Start("apic").OnOff("eoi", ApicEoi).End();
        }

        output.Flag("pae", Pae);
        State(output, "hap", Hap);
        output.Flag("viridian", Viridian).Flag("privnet", PrivateNetwork);
        Hyperv?.Format(output);
        Kvm?.Format(output);
        State(output, "pvspinlock", PvSpinlock);
        Capabilities?.Format(output);
        State(output, "pmu", Pmu);
        State(output, "vmport", VmPort);
        if (Gic)
        {
            output.Start("gic").Named("version", GicVersion, GicVersionNames.Table).End();
        }

        FormatSmm(output);
        output.Start("ioapic").Named("driver", Ioapic, IoapicDriverNames.Table).EndUnlessEmpty();
        if (HasHpt)
        {
            output.Start("hpt").Named("resizing", HptResizing, HptResizingNames.Table)
                .Kibibytes("maxpagesize", HptMaximumPageSize == 0 ? null : HptMaximumPageSize).EndUnlessEmpty();
        }

        State(output, "vmcoreinfo", VmCoreInfo);
        State(output, "htm", Htm);
        State(output, "nested-hv", NestedHv);
        output.Start("msrs").Attribute("unknown", Msrs?.ToXml()).EndUnlessEmpty();
        State(output, "ccf-assist", CcfAssist);
        Xen?.Format(output);
        output.Start("cfpc").Named("value", Cfpc, CfpcModeNames.Table).EndUnlessEmpty();
        output.Start("sbbc").Named("value", Sbbc, SbbcModeNames.Table).EndUnlessEmpty();
        output.Start("ibs").Named("value", Ibs, IbsModeNames.Table).EndUnlessEmpty();
        output.Start("tcg").Kibibytes("tb-cache", TranslationCache == 0 ? null : TranslationCache).EndUnlessEmpty();
        output.EndUnlessEmpty();
    }

    private static void State(XmlOutput output, string name, bool? state) =>
        output.Start(name).OnOff("state", state).EndUnlessEmpty();

    private void FormatSmm(XmlOutput output)
    {
        if (Smm is null)
        {
            return;
        }

        output.Start("smm").OnOff("state", Smm);
        if (Smm == true && Tseg is { } bytes)
        {
            var (amount, unit) = PrettySize.Of(bytes);
            output.Start("tseg").Attribute("unit", unit)
                .EndText(amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        output.End();
    }
}
