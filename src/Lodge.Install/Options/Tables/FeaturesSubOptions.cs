namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--features</c> takes.</summary>
internal static class FeaturesSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("acpi", "acpi", Form.Presence, Takes.Switch),
        new("apic", "apic", Form.Presence, Takes.Switch),
        new("pae", "pae", Form.Presence, Takes.Switch),
        new("privnet", "privnet", Form.Presence, Takes.Switch),
        new("hap", "hap", Form.Presence, Takes.Switch),
        new("viridian", "viridian", Form.Presence, Takes.Switch),
        new("apic.eoi", "apic/@eoi", Form.OnOff, Takes.Switch) { Aliases = ["eoi"] },
        new("pmu.state", "pmu/@state", Form.OnOff, Takes.Switch) { Aliases = ["pmu"] },
        new("hyperv.reset.state", "hyperv/reset/@state", Form.OnOff, Takes.Switch) { Aliases = ["hyperv_reset"] },
        new("hyperv.vapic.state", "hyperv/vapic/@state", Form.OnOff, Takes.Switch) { Aliases = ["hyperv_vapic"] },
        new("hyperv.relaxed.state", "hyperv/relaxed/@state", Form.OnOff, Takes.Switch)
        {
            Aliases = ["hyperv_relaxed"]
        },
        new("hyperv.spinlocks.state", "hyperv/spinlocks/@state", Form.OnOff, Takes.Switch)
        {
            Aliases = ["hyperv_spinlocks"]
        },
        new("hyperv.spinlocks.retries", "hyperv/spinlocks/@retries", Form.Whole)
        {
            Aliases = ["hyperv_spinlocks_retries"]
        },
        new("hyperv.synic.state", "hyperv/synic/@state", Form.OnOff, Takes.Switch) { Aliases = ["hyperv_synic"] },
        new("vmport.state", "vmport/@state", Form.OnOff, Takes.Switch) { Aliases = ["vmport"] },
        new("kvm.hidden.state", "kvm/hidden/@state", Form.OnOff, Takes.Switch) { Aliases = ["kvm_hidden"] },
        new("kvm.hint-dedicated.state", "kvm/hint-dedicated/@state", Form.OnOff, Takes.Switch),
        new("kvm.poll-control.state", "kvm/poll-control/@state", Form.OnOff, Takes.Switch),
        new("pvspinlock.state", "pvspinlock/@state", Form.OnOff, Takes.Switch),
        new("gic.version", "gic/@version") { Aliases = ["gic_version"] },
        new("smm.state", "smm/@state", Form.OnOff, Takes.Switch) { Aliases = ["smm"] },
        new("vmcoreinfo.state", "vmcoreinfo/@state", Form.OnOff, Takes.Switch) { Aliases = ["vmcoreinfo"] },
        new("ioapic.driver", "ioapic/@driver"),
    ];
}
