using System.Globalization;

namespace Lodge.Model.Domain;

/// <summary>Features of the hypervisor.</summary>
public static partial class AbiStability
{
    private static void CheckFeatures(Features source, Features target)
    {
        Feature("acpi", source.Acpi ? true : null, target.Acpi ? true : null);
        Pair("apic", (source.Apic ? true : null, "eoi", OnOff(source.ApicEoi)),
            (target.Apic ? true : null, "eoi", OnOff(target.ApicEoi)));
        Feature("pae", source.Pae ? true : null, target.Pae ? true : null);
        Feature("hap", source.Hap, target.Hap);
        Feature("viridian", source.Viridian ? true : null, target.Viridian ? true : null);
        Feature("privnet", source.PrivateNetwork ? true : null, target.PrivateNetwork ? true : null);
        Word("hyperv", "mode", source.Hyperv?.Mode.ToXml(), target.Hyperv?.Mode.ToXml());
        Feature("kvm", source.Kvm is null ? null : true, target.Kvm is null ? null : true);
        Feature("pvspinlock", source.PvSpinlock, target.PvSpinlock);
        Word("capabilities", "policy", source.Capabilities?.Policy.ToXml(), target.Capabilities?.Policy.ToXml());
        Feature("pmu", source.Pmu, target.Pmu);
        Feature("vmport", source.VmPort, target.VmPort);
        Pair("gic", (source.Gic ? true : null, "version", source.GicVersion.ToXml()),
            (target.Gic ? true : null, "version", target.GicVersion.ToXml()));
        Feature("smm", source.Smm, target.Smm);
        Word("ioapic", "driver", source.Ioapic.ToXml(), target.Ioapic.ToXml());
        Pair("hpt", (source.HasHpt ? true : null, "resizing", source.HptResizing.ToXml()),
            (target.HasHpt ? true : null, "resizing", target.HptResizing.ToXml()));
        Word("hpt", "maxpagesize", Text(source.HptMaximumPageSize), Text(target.HptMaximumPageSize));
        Feature("vmcoreinfo", source.VmCoreInfo, target.VmCoreInfo);
        Feature("htm", source.Htm, target.Htm);
        Feature("nested-hv", source.NestedHv, target.NestedHv);
        Feature("ccf-assist", source.CcfAssist, target.CcfAssist);
        Feature("xen", source.Xen is null ? null : true, target.Xen is null ? null : true);
        Word("cfpc", "value", source.Cfpc.ToXml(), target.Cfpc.ToXml());
        Word("sbbc", "value", source.Sbbc.ToXml(), target.Sbbc.ToXml());
        Word("ibs", "value", source.Ibs.ToXml(), target.Ibs.ToXml());
        CheckHyperv(source.Hyperv, target.Hyperv);
        CheckXen(source.Xen, target.Xen);
        CheckKvm(source.Kvm, target.Kvm);
        CheckTseg(source, target);
    }

    private static void CheckHyperv(HypervFeatures? source, HypervFeatures? target)
    {
        if (source is null || target is null)
        {
            return;
        }

        Same("HyperV spinlock retry count differs: source: '{1}', destination: '{0}'",
            source.SpinlockRetries, target.SpinlockRetries);
        Same("HyperV vendor_id differs: source: '{1}', destination: '{0}'", source.VendorId, target.VendorId);
        foreach (var name in source.States.Keys.Union(target.States.Keys).Except(["spinlocks", "vendor_id"]))
        {
            Same($"State of HyperV enlightenment feature '{name}' differs: source: '{{1}}', destination: '{{0}}'",
                OnOff(source[name]), OnOff(target[name]));
        }

        Same("State of HyperV stimer direct feature differs: source: '{1}', destination: '{0}'",
            OnOff(source.DirectTimers), OnOff(target.DirectTimers));
    }

    private static void CheckXen(XenFeatures? source, XenFeatures? target)
    {
        const string Complaint = "State of Xen feature '{2}' differs: source: '{1}', destination: '{0}'";
        if (source is null || target is null)
        {
            return;
        }

        Same(Complaint.Replace("{2}", "e820_host", StringComparison.Ordinal),
            OnOff(source.E820Host), OnOff(target.E820Host));
        Same(Complaint.Replace("{2}", "passthrough", StringComparison.Ordinal),
            OnOff(source.Passthrough), OnOff(target.Passthrough));
        Same("'mode' of Xen passthrough feature differs: source: '{1}', destination: '{0}'",
            source.PassthroughMode.ToXml(), target.PassthroughMode.ToXml());
    }

    private static void CheckKvm(KvmFeatures? source, KvmFeatures? target)
    {
        if (source is null || target is null)
        {
            return;
        }

        foreach (var name in source.States.Keys.Union(target.States.Keys))
        {
            Same($"State of KVM feature '{name}' differs: source: '{{1}}', destination: '{{0}}'",
                OnOff(source[name]), OnOff(target[name]));
        }

        Same("dirty ring size of KVM feature 'dirty-ring' differs: source: '{1}', destination: '{0}'",
            source.DirtyRingSize, target.DirtyRingSize);
    }

    private static void CheckTseg(Features source, Features target)
    {
        if (source.Smm != true)
        {
            return;
        }

        Same("SMM TSEG differs: source: {1}, destination: '{0}'", Said(source.Tseg), Said(target.Tseg));
        Same("Size of SMM TSEG size differs: source: '{1}', destination: '{0}'", Size(source.Tseg), Size(target.Tseg));

        static string Said(ulong? size) => size is null ? "not specified" : "specified";

        static string Size(ulong? bytes)
        {
            var (amount, unit) = PrettySize.Of(bytes ?? 0);
            return string.Create(CultureInfo.InvariantCulture, $"{amount} {unit}");
        }
    }

    private static void Feature(string name, bool? source, bool? target) => Same(
        $"State of feature '{name}' differs: source: '{{1}}', destination: '{{0}}'", OnOff(source), OnOff(target));

    private static void Word(string name, string attribute, string? source, string? target) => Same(
        $"State of feature '{name}' differs: source: '{attribute}={{1}}', destination: '{attribute}={{0}}'",
        source, target);

    private static void Pair(
        string name, (bool? On, string What, string Value) source, (bool?, string, string) target) =>
        Same($"State of feature '{name}' differs: source: '{{1}}', destination: '{{0}}'", Shown(source), Shown(target));

    private static string Shown((bool? On, string What, string Value) feature) =>
        $"{OnOff(feature.On)},{feature.What}={feature.Value}";

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
