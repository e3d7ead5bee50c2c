using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>What a processor description asks for that QEMU does not do.</summary>
internal static class CpuValidation
{
    public static VirException? Find(DomainDefinition domain, IMachineFacts facts) => domain.Cpu is not { } cpu ? null
        : FindAddressWidth(domain, cpu.PhysicalAddress) ?? FindCache(domain, cpu) ?? FindMode(cpu, facts);

    private static VirException? FindAddressWidth(DomainDefinition domain, PhysicalAddressWidth? width) => width switch
    {
        null => null,
        _ when !domain.Os.IsX86 => Unsupported("CPU maximum physical address bits specification is not supported for "
            + $"'{domain.Os.Architecture}' architecture"),
        { Mode: PhysicalAddressMode.Passthrough, Bits: not null } => Unsupported(
            "CPU maximum physical address bits number specification cannot be used with mode='passthrough'"),
        { Mode: PhysicalAddressMode.Emulate, Bits: null } => Unsupported(
            "if using CPU maximum physical address mode='emulate', bits= must be specified too"),
        _ => null,
    };

    private static VirException? FindCache(DomainDefinition domain, Cpu cpu) => cpu.Cache switch
    {
        null => null,
        _ when !domain.Os.IsX86 =>
            Unsupported($"CPU cache specification is not supported for '{domain.Os.Architecture}' architecture"),
        { Mode: CpuCacheMode.Emulate, Level: not 3 } =>
            Unsupported("CPU cache mode 'emulate' can only be used with level='3'"),
        { Mode: CpuCacheMode.Passthrough } when cpu.Mode is not (CpuMode.HostPassthrough or CpuMode.Maximum) =>
            Unsupported("CPU cache mode 'passthrough' can only be used with 'host-passthrough' / 'maximum' CPUs"),
        { Mode: CpuCacheMode.Passthrough or CpuCacheMode.Disable, Level: not null } cache =>
            Unsupported($"unsupported CPU cache level for mode '{cache.Mode.ToXml()}'"),
        _ => null,
    };

    private static VirException? FindMode(Cpu cpu, IMachineFacts facts) => cpu.Mode switch
    {
        CpuMode.HostPassthrough when cpu.Migratable == true && !facts.Has(QemuCapability.CpuMigratable) => Unsupported(
            "Migratable attribute for host-passthrough CPU is not supported by this QEMU binary"),
        CpuMode.Maximum when !facts.Has(QemuCapability.CpuMax) =>
            Unsupported("maximum CPU is not supported by QEMU binary"),
        _ => null,
    };
}
