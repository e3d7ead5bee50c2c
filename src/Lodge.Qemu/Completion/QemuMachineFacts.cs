using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Completion;

/// <summary>The facts that a probed QEMU gave.</summary>
public sealed class QemuMachineFacts(QemuCapabilities capabilities) : IMachineFacts
{
    private const string CpuSuffix = "-x86_64-cpu";
    private const string CpuSuffix32 = "-i386-cpu";

    /// <inheritdoc/>
    public string DefaultMachine => capabilities.DefaultMachine?.Name ?? "pc";

    /// <inheritdoc/>
    public bool KvmUsable => capabilities.KvmUsable;

    /// <inheritdoc/>
    public string Canonical(string machine) => capabilities.Machine(machine)?.Name ?? machine;

    /// <inheritdoc/>
    public string? DefaultCpu(string machine, bool kvm)
    {
        var type = capabilities.Machine(machine)?.DefaultCpu;
        return type is null ? null
            : type.EndsWith(CpuSuffix, StringComparison.Ordinal) ? type[..^CpuSuffix.Length]
            : type.EndsWith(CpuSuffix32, StringComparison.Ordinal) ? type[..^CpuSuffix32.Length]
            : type;
    }

    /// <inheritdoc/>
    public uint? MaximumCpus(string machine) =>
        capabilities.Machine(machine) is { MaxCpus: > 0 } found ? (uint)found.MaxCpus : null;

    /// <inheritdoc/>
    public bool HasMachine(string machine) => capabilities.Machine(machine) is not null;

    /// <inheritdoc/>
    public bool Has(QemuCapability capability) => capabilities.Has(capability);

    /// <inheritdoc/>
    public bool HasDevice(string driver) => capabilities.HasDevice(driver);
}
