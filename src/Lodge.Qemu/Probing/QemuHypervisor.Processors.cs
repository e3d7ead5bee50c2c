using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Processors;

namespace Lodge.Qemu.Probing;

/// <summary>Comparing and combining CPUs: of hosts, and of what QEMU makes of this one.</summary>
public sealed partial class QemuHypervisor
{
    private static readonly string[] NeverQemus = ["cmt", "mbm_total", "mbm_local", "osxsave", "ospke"];

    /// <summary>The CPU models that have names on an architecture; none where guests may name any.</summary>
    /// <returns>The names, oldest first; null where nobody knows CPUs of the architecture.</returns>
    public IReadOnlyList<string>? CpuModelNames(string architecture) => architecture switch
    {
        "x86_64" or "i686" => [.. Names().Models.Select(static model => model.Name)],
        "ppc64" or "ppc64le" => CpuNames.ModelsOf(CpuNames.DefaultFolder, "ppc64"),
        "s390" or "s390x" or "armv6l" or "armv7b" or "armv7l" or "aarch64" => [],
        _ => null,
    };

    /// <summary>Whether a CPU could be had on this host. (<c>virConnectCompareCPU</c>)</summary>
    /// <exception cref="VirException">The host's CPU is unknown, or the wanted one names what nobody knows.</exception>
    public CpuComparison CompareWithHost(StandaloneCpu cpu)
    {
        ArgumentNullException.ThrowIfNull(cpu);
        var names = Names();
        var described = HostCpuBits.Read() is { } bits ? new CpuDecoder(names).DescribeHost(bits) : null;
        return described is null
            ? new(Protocol.Constants.VirCPUCompareResult.VIR_CPU_COMPARE_INCOMPATIBLE, "unknown host CPU")
            : CpuComparison.Of(Standalone(described, HostArchitecture), cpu, names);
    }

    /// <summary>Whether a guest of a QEMU could have a CPU here. (<c>virConnectCompareHypervisorCPU</c>)</summary>
    /// <exception cref="VirException">There is no such QEMU, or it does not say what CPUs it can make.</exception>
    public async Task<CpuComparison> CompareWithHypervisorAsync(
        HypervisorChoice choice, Func<StandaloneCpu> wanted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var (qemu, isKvm) = await ChooseAsync(choice, cancellation);
        var names = Names();
        var described = qemu.Accelerator(isKvm)?.FullestCpu is { } fullest
            ? new CpuDecoder(names).DescribeGuest(
                QemuCpuBits.From(fullest, names, onlyMigratable: false), Offered(qemu, isKvm))
            : null;
        return described is null
            ? throw Unsupported(
                $"QEMU '{qemu.Binary}' does not support reporting CPU model for virttype '{(isKvm ? "kvm" : "qemu")}'")
            : CpuComparison.Of(Standalone(described, null), wanted(), names);
    }

    /// <summary>The best CPU that several hosts can give. (<c>virConnectBaselineCPU</c>)</summary>
    /// <exception cref="VirException">They have nothing in common, or name what nobody knows.</exception>
    public string Baseline(IReadOnlyList<StandaloneCpu> cpus, bool expand, bool onlyMigratable)
    {
        var baseline = new CpuBaseline(Names()) { OnlyMigratable = onlyMigratable };
        var cpu = baseline.Of(cpus);
        cpu.Features.RemoveAll(static feature => NeverQemus.Contains(feature.Name));
        if (expand) baseline.Expand(cpu);
        return CpuXml.Format(cpu);
    }

    /// <summary>The best CPU that a QEMU can give on several hosts. (<c>virConnectBaselineHypervisorCPU</c>)</summary>
    /// <exception cref="VirException">There is no such QEMU, or the CPUs have nothing in common.</exception>
    public async Task<string> BaselineOfHypervisorAsync(
        HypervisorChoice choice,
        IReadOnlyList<StandaloneCpu> cpus,
        bool expand,
        bool onlyMigratable,
        CancellationToken cancellation = default)
    {
        var (qemu, isKvm) = await ChooseAsync(choice, cancellation);
        var offered = Offered(qemu, isKvm);
        if (offered.Count == 0)
        {
            throw Unsupported(
                $"QEMU '{qemu.Binary}' does not support any CPU models for virttype '{(isKvm ? "kvm" : "qemu")}'");
        }

        var features = qemu.Accelerator(isKvm)?.FullestCpu?.Features
            .Where(feature => !onlyMigratable || feature.Value is not { IsOn: true, IsMigratable: false })
            .Select(static feature => feature.Key)
            .ToArray();
        var baseline = new CpuBaseline(Names())
        {
            Offered = offered,
            Features = features,

            // Where QEMU itself said what can be migrated, nothing more is left out.
            OnlyMigratable = onlyMigratable && features is null,
        };
        var cpu = baseline.Of(cpus);
        cpu.Fallback = CpuFallback.Forbid;
        if (expand) baseline.Expand(cpu);
        return CpuXml.Format(cpu);
    }

    private static Dictionary<string, IReadOnlyList<string>> Offered(QemuCapabilities qemu, bool isKvm) =>
        qemu.Accelerator(isKvm)?.CpuModels.ToDictionary(
            static model => model.Name, static model => model.UnavailableFeatures ?? [], StringComparer.Ordinal) ?? [];

    private static StandaloneCpu Standalone(CpuDescription described, string? architecture)
    {
        var cpu = new Cpu { Model = described.Model, Vendor = described.Vendor };
        cpu.Features.AddRange(described.Features.Select(static feature => new CpuFeature(
            feature.Name, feature.IsPresent ? CpuFeaturePolicy.Require : CpuFeaturePolicy.Disable)));
        return new(architecture, cpu);
    }

    private static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU, detail);

    private CpuNames Names() => Cpus ?? throw new VirException(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        VirErrorDomain.VIR_FROM_CPU,
        $"cannot find CPU map in {CpuNames.DefaultFolder}; install the package that brings libvirt's cpu_map");

    private async Task<(QemuCapabilities Qemu, bool IsKvm)> ChooseAsync(
        HypervisorChoice choice, CancellationToken cancellation)
    {
        if (choice.DomainType is { } type && !DomainTypes.Contains(type)) throw Invalid($"unknown virttype: {type}");
        var architecture = choice.Architecture ?? HostArchitecture;
        if (!CpuXml.IsArchitecture(architecture)) throw Invalid($"unknown architecture: {architecture}");
        if (architecture is not ("x86_64" or "i686")) throw NoEmulator(architecture);
        var emulator = choice.Emulator ?? FindEmulator(architecture) ?? throw NoEmulator(architecture);
        var qemu = await GetCapabilitiesAsync(emulator, cancellation);
        var isKvm = choice.DomainType is null ? qemu.KvmUsable : choice.DomainType == "kvm";
        if (isKvm && !qemu.KvmUsable) throw Invalid($"the accel 'kvm' is not supported by '{emulator}' on this host");
        return choice.Machine is { } machine && qemu.Machine(machine) is null
            ? throw Invalid($"the machine '{machine}' is not supported by emulator '{emulator}'")
            : (qemu, isKvm);
    }
}
