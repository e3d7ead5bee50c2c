using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>The CPU that a guest has without being told, and how it is checked.</summary>
internal static class CpuDefaults
{
    public static void Apply(DomainDefinition domain, IMachineFacts facts)
    {
        if (domain.Cpu is null or { Mode: CpuMode.Custom, Model: null })
        {
            SetDefault(domain, facts);
        }

        if (domain.Cpu is not { } cpu)
        {
            return;
        }

        if (domain.Id == -1 && cpu is { Mode: CpuMode.HostPassthrough, Migratable: null })
        {
            cpu.Migratable = facts.Has(QemuCapability.CpuMigratable) ? true : domain.Os.IsX86 ? false : null;
        }

        if (cpu is { Mode: CpuMode.Custom, Model: null } || cpu.Check != CpuCheck.Default)
        {
            return;
        }

        cpu.Check = cpu.Mode switch
        {
            CpuMode.HostPassthrough or CpuMode.Maximum => CpuCheck.None,
            CpuMode.HostModel => CpuCheck.Partial,
            _ => domain.Type == DomainType.Qemu ? CpuCheck.None : CpuCheck.Partial,
        };
    }

    private static void SetDefault(DomainDefinition domain, IMachineFacts facts)
    {
        var model = facts.DefaultCpu(domain.Os.Machine!, domain.Type == DomainType.Kvm);
        if (model is null)
        {
            return;
        }

        domain.Cpu ??= new Cpu();
        if (model == "host")
        {
            domain.Cpu.Mode = domain.Type == DomainType.Kvm ? CpuMode.HostPassthrough : throw Refusal.Internal(
                "QEMU reports invalid default CPU model \"host\" for non-kvm domain virt type");
            return;
        }

        // The default CPU may run on no host as it is; QEMU leaves out what the host lacks, so nothing is checked.
        domain.Cpu.Check = CpuCheck.None;
        domain.Cpu.Mode = CpuMode.Custom;
        domain.Cpu.Match = CpuMatch.Exact;
        domain.Cpu.Fallback = CpuFallback.Forbid;
        domain.Cpu.Model = model;
    }
}
