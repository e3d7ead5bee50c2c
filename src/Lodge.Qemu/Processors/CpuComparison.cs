using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Processors;

/// <summary>Whether a CPU could be had on a host.</summary>
/// <param name="Result">Not at all, exactly, or with features to spare.</param>
/// <param name="Reason">Why not at all, in libvirt's words; null where nothing stands in the way.</param>
public sealed record CpuComparison(VirCPUCompareResult Result, string? Reason)
{
    private const VirCPUCompareResult Incompatible = VirCPUCompareResult.VIR_CPU_COMPARE_INCOMPATIBLE;

    /// <summary>Compares.</summary>
    /// <param name="host">What there is.</param>
    /// <param name="cpu">What is wanted.</param>
    /// <param name="names">The models and features that have names.</param>
    /// <exception cref="VirException">One of them names what nobody knows (VIR_ERR_INTERNAL_ERROR).</exception>
    internal static CpuComparison Of(StandaloneCpu host, StandaloneCpu cpu, CpuNames names)
    {
        if (cpu.Architecture is { } architecture && architecture is not ("x86_64" or "i686"))
        {
            return new(Incompatible, $"CPU arch {architecture} does not match host arch");
        }

        if (cpu.Cpu.Vendor is { } vendor && vendor != host.Cpu.Vendor)
        {
            return new(Incompatible, $"host CPU vendor does not match required CPU vendor {vendor}");
        }

        var demand = new CpuDemand(policy => CpuReading.Of(cpu, policy, names))
        {
            IsStrict = cpu is { IsHost: false, Cpu.Match: CpuMatch.Strict },
        };
        return Of(CpuReading.All(host, names), demand, names);
    }

    /// <summary>Compares.</summary>
    /// <param name="has">What there is.</param>
    /// <param name="demand">What is wanted.</param>
    /// <param name="names">
    /// The features that have names: bits of no feature, as a model's signature, do not count.
    /// </param>
    internal static CpuComparison Of(CpuBits has, CpuDemand demand, CpuNames names)
    {
        var forbidden = new CpuBits(demand.Forbidden);
        forbidden.Intersect(has);
        if (!forbidden.IsEmpty)
        {
            return new(Incompatible, $"Host CPU provides forbidden features: {Names(forbidden, names)}");
        }

        var required = new CpuBits(demand.Required);
        required.Remove(demand.Forced);
        required.Remove(demand.Optional);
        required.Remove(demand.Disabled);
        var missing = new CpuBits(required);
        missing.Remove(has);
        if (Names(missing, names) is { Length: > 0 } lacking)
        {
            return new(Incompatible, $"Host CPU does not provide required features: {lacking}");
        }

        var spare = new CpuBits(has);
        foreach (var asked in (CpuBits[])[demand.Optional, required, demand.Disabled, demand.Forced])
            spare.Remove(asked);
        if (spare.IsEmpty) return new(VirCPUCompareResult.VIR_CPU_COMPARE_IDENTICAL, null);
        return demand.IsStrict && Names(spare, names) is { Length: > 0 } extra
            ? new(Incompatible, $"Host CPU does not strictly match guest CPU: Extra features: {extra}")
            : new(VirCPUCompareResult.VIR_CPU_COMPARE_SUPERSET, null);
    }

    /// <summary>Refuses a CPU that could not be had.</summary>
    /// <exception cref="VirException">It could not (VIR_ERR_CPU_INCOMPATIBLE).</exception>
    public CpuComparison OrRefuse() => Result != Incompatible ? this : throw new VirException(
        VirErrorNumber.VIR_ERR_CPU_INCOMPATIBLE, VirErrorDomain.VIR_FROM_CPU, Reason ?? "");

    private static string Names(CpuBits bits, CpuNames names) => string.Join(
        ", ", names.Features.Where(feature => bits.Contains(feature.Bits)).Select(static feature => feature.Name));
}
