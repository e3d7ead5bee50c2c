using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Processors;

/// <summary>Whether a host can give a guest the CPU that its definition asks for (<c>check='partial'</c>).</summary>
/// <remarks>Source: libvirt's <c>formatdomain</c>, "CPU model and topology"; the texts are libvirt's.</remarks>
internal static class GuestCpuCheck
{
    /// <summary>Compares.</summary>
    /// <param name="cpu">What the guest asks for: a named model.</param>
    /// <param name="host">What the host gives, not only what can be migrated.</param>
    /// <param name="names">The processors and features that have names.</param>
    /// <exception cref="VirException">VIR_ERR_CPU_INCOMPATIBLE where the host lacks something;
    /// VIR_ERR_INTERNAL_ERROR for a model and VIR_ERR_CONFIG_UNSUPPORTED for a feature that nobody knows.</exception>
    public static void Check(Cpu cpu, CpuBits host, CpuNames names)
    {
        if (cpu.Vendor is { } vendor && vendor != names.VendorOf(host))
            throw Incompatible($"host CPU vendor does not match required CPU vendor {vendor}");
        var demand = new CpuDemand(policy => Asked(cpu, names, policy)) { IsStrict = cpu.Match == CpuMatch.Strict };
        _ = CpuComparison.Of(host, demand, names).OrRefuse();
    }

    /// <summary>The refusal of a model that has no definition.</summary>
    public static VirException UnknownModel(string model) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_CPU, $"Unknown CPU model {model}");

    /// <summary>The bits of one policy; those required include the model's own.</summary>
    private static CpuBits Asked(Cpu cpu, CpuNames names, CpuFeaturePolicy policy)
    {
        var bits = policy == CpuFeaturePolicy.Require
            ? new CpuBits(names.Model(cpu.Model!)?.Bits ?? throw UnknownModel(cpu.Model!))
            : new CpuBits();
        foreach (var feature in cpu.Features.Where(feature => feature.Policy == policy))
        {
            bits.Add(names.Feature(feature.Name)?.Bits ?? throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_CPU,
                $"unknown CPU feature: {feature.Name}"));
        }

        return bits;
    }

    private static VirException Incompatible(string detail) =>
        new(VirErrorNumber.VIR_ERR_CPU_INCOMPATIBLE, VirErrorDomain.VIR_FROM_CPU, detail);
}
