using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Features that the machine or QEMU does not have (<c>qemuValidateDomainDefFeatures</c>).</summary>
internal static class FeatureValidation
{
    public static VirException? Find(DomainDefinition domain, IMachineFacts facts)
    {
        var features = domain.Features;
        return Foreign(domain, features) is { } feature ? NotForMachine(domain, feature)
            : features.VmPort is not null && !facts.Has(QemuCapability.MachineVmportOpt)
                ? Unsupported("vmport is not available with this QEMU binary")
            : features.VmCoreInfo == true && !facts.Has(QemuCapability.DeviceVmcoreinfo)
                ? Unsupported("vmcoreinfo is not available with this QEMU binary")
            : features.TranslationCache == 0 ? null
            : domain.Type != DomainType.Qemu
                ? Unsupported($"TCG features are incompatible with domain type '{domain.Type.ToXml()}'")
            : (features.TranslationCache & 0x3ff) != 0
                ? Unsupported("tb-cache size must be an integer multiple of MiB")
            : null;
    }

    /// <summary>The first feature of another architecture, in libvirt's order.</summary>
    private static string? Foreign(DomainDefinition domain, Features features) =>
        features.PvSpinlock is not null && !domain.Os.IsX86 ? "pvspinlock"
        : features.Gic ? "gic"
        : features.Ioapic != IoapicDriver.None && !domain.Os.IsX86 ? "ioapic"
        : features.HasHpt ? "hpt"
        : features.Htm is not null ? "htm"
        : features.NestedHv is not null ? "nested-hv"
        : features.CcfAssist is not null ? "ccf-assist"
        : features.Cfpc != CfpcMode.None ? "cfpc"
        : features.Sbbc != SbbcMode.None ? "sbbc"
        : features.Ibs != IbsMode.None ? "ibs"
        : null;

    private static VirException NotForMachine(DomainDefinition domain, string feature) => Unsupported(
        $"The '{feature}' feature is not supported for architecture '{domain.Os.Architecture}' "
        + $"or machine type '{domain.Os.Machine}'");
}
