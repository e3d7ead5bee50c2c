using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Processors;

/// <summary>Settles what CPU a starting guest really has: a model by name, and each feature on or off.</summary>
/// <remarks>Source: libvirt's <c>formatdomain</c>, "CPU model and topology"; the texts are libvirt's.</remarks>
public static class GuestCpu
{
    private static readonly string[] NeverQemus = ["cmt", "mbm_total", "mbm_local", "osxsave", "ospke"];

    /// <summary>
    /// Settles the CPU in the definition of a starting guest; where nothing is asked for, nothing is changed.
    /// </summary>
    /// <param name="guest">The guest; its CPU is changed in place.</param>
    /// <param name="qemu">What QEMU can do.</param>
    /// <param name="names">The processors and features that have names; null where the map is not installed.</param>
    /// <param name="processor">What the host's processor tells about itself; null where that is not known.</param>
    /// <exception cref="VirException">QEMU or the host cannot do what is asked for
    /// (VIR_ERR_CONFIG_UNSUPPORTED).</exception>
    public static void Settle(
        DomainDefinition guest, QemuCapabilities qemu, CpuNames? names, CpuBits? processor = null)
    {
        if (guest.Cpu is not { } cpu || cpu is { Mode: CpuMode.Custom, Model: null }) return;
        var isKvm = guest.Type == DomainType.Kvm;
        var accelerator = qemu.Accelerator(isKvm);
        var host = HostModel(accelerator, names);
        if (!IsSupported(cpu.Mode, isKvm, qemu, host)) throw Unsupported(guest, cpu.Mode);
        if (cpu.Mode is CpuMode.HostPassthrough or CpuMode.Maximum)
        {
            DropUnknown(cpu, accelerator, names);
            return;
        }

        if (cpu is { Check: CpuCheck.Partial, Mode: CpuMode.Custom } && names is not null
            && accelerator?.FullestCpu is { } fullest)
        {
            var given = QemuCpuBits.From(fullest, names, onlyMigratable: false);
            if (processor is not null) given.Add(processor);
            GuestCpuCheck.Check(cpu, given, names);
        }

        DecideOptional(cpu, accelerator, names);
        if (cpu.Mode == CpuMode.HostModel || cpu.Match == CpuMatch.Minimum)
            TakeHostModel(cpu, host ?? throw Unsupported(guest, CpuMode.HostModel));
        if (names is not null)
        {
            var model = names.Model(cpu.Model!) ?? throw GuestCpuCheck.UnknownModel(cpu.Model!);
            foreach (var removed in model.RemovedFeatures)
            {
                if (cpu.Feature(removed) is null) cpu.Features.Add(new CpuFeature(removed, CpuFeaturePolicy.Disable));
            }
        }

        cpu.Fallback = CpuFallback.Forbid;
        DropUnknown(cpu, accelerator, names);
    }

    private static bool IsSupported(
        CpuMode mode, bool isKvm, QemuCapabilities qemu, CpuDescription? host) => mode switch
    {
        CpuMode.HostPassthrough => isKvm,
        CpuMode.Maximum => qemu.Has(QemuCapability.CpuMax),
        CpuMode.HostModel => host is not null,
        _ => true,
    };

    // What the guest sees must be found again wherever it moves to, so only what can be migrated counts.
    private static CpuDescription? HostModel(QemuAccelerator? accelerator, CpuNames? names)
    {
        if (names is null || accelerator?.FullestCpu is not { } fullest) return null;
        var offered = accelerator.CpuModels.ToDictionary(
            model => model.Name, model => model.UnavailableFeatures ?? [], StringComparer.Ordinal);
        return new CpuDecoder(names).DescribeGuest(QemuCpuBits.From(fullest, names, onlyMigratable: true), offered);
    }

    private static void DecideOptional(Cpu cpu, QemuAccelerator? accelerator, CpuNames? names)
    {
        if (names is null || accelerator?.FullestCpu is not { } fullest) return;
        var host = QemuCpuBits.From(fullest, names, onlyMigratable: true);
        for (var i = 0; i < cpu.Features.Count; i++)
        {
            if (cpu.Features[i] is not { Policy: CpuFeaturePolicy.Optional } optional) continue;
            var has = names.Feature(optional.Name) is { } known && host.Contains(known.Bits);
            cpu.Features[i] = optional with { Policy = has ? CpuFeaturePolicy.Require : CpuFeaturePolicy.Disable };
        }
    }

    private static void TakeHostModel(Cpu cpu, CpuDescription host)
    {
        var asked = cpu.Features.ToArray();
        cpu.Features.Clear();
        foreach (var (name, isPresent) in host.Features)
            cpu.Features.Add(new CpuFeature(name, isPresent ? CpuFeaturePolicy.Require : CpuFeaturePolicy.Disable));
        foreach (var feature in asked)
        {
            cpu.Features.RemoveAll(known => known.Name == feature.Name);
            cpu.Features.Add(feature);
        }

        cpu.Mode = CpuMode.Custom;
        cpu.Match = CpuMatch.Exact;
        cpu.Model = host.Model;
        cpu.Vendor ??= host.Vendor;
    }

    private static void DropUnknown(Cpu cpu, QemuAccelerator? accelerator, CpuNames? names)
    {
        cpu.Features.RemoveAll(feature => NeverQemus.Contains(feature.Name));
        if (names is null || accelerator?.FullestCpu is not { } fullest) return;
        var known = fullest.Features.Keys.Select(name => names.Feature(name)?.Name ?? name)
            .ToHashSet(StringComparer.Ordinal);

        // A feature that this QEMU has never heard of is off already.
        cpu.Features.RemoveAll(feature =>
            feature.Policy is CpuFeaturePolicy.Disable or CpuFeaturePolicy.Forbid && !known.Contains(feature.Name));
    }

    private static VirException Unsupported(DomainDefinition guest, CpuMode mode) => new(
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        VirErrorDomain.VIR_FROM_QEMU,
        $"CPU mode '{mode.ToXml()}' for {guest.Os.Architecture} {guest.Type.ToXml()} domain on x86_64 host is not "
            + "supported by hypervisor");
}
