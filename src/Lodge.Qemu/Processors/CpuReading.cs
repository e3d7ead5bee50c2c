using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Processors;

/// <summary>Turns CPUs as people describe them into bits.</summary>
internal static class CpuReading
{
    /// <summary>
    /// All bits of a CPU: those of its model, with what is required beyond and without what is not wanted.
    /// </summary>
    /// <exception cref="VirException">It names a model or a feature that nobody knows
    /// (VIR_ERR_INTERNAL_ERROR).</exception>
    public static CpuBits All(StandaloneCpu cpu, CpuNames names)
    {
        var bits = Model(cpu, names);
        foreach (var feature in cpu.Cpu.Features)
        {
            switch (Policy(cpu, feature))
            {
                case CpuFeaturePolicy.Force or CpuFeaturePolicy.Require:
                    bits.Add(Known(feature, names).Bits);
                    break;
                case CpuFeaturePolicy.Disable or CpuFeaturePolicy.Forbid:
                    bits.Remove(Known(feature, names).Bits);
                    break;
                default:
                    break;
            }
        }

        return bits;
    }

    /// <summary>The bits of one policy; those required include the model's own.</summary>
    /// <exception cref="VirException">It names a model or a feature that nobody knows
    /// (VIR_ERR_INTERNAL_ERROR).</exception>
    public static CpuBits Of(StandaloneCpu cpu, CpuFeaturePolicy policy, CpuNames names)
    {
        var bits = policy == CpuFeaturePolicy.Require ? Model(cpu, names) : new CpuBits();
        foreach (var feature in cpu.Cpu.Features)
        {
            if (Policy(cpu, feature) == policy) bits.Add(Known(feature, names).Bits);
        }

        return bits;
    }

    private static CpuFeaturePolicy Policy(StandaloneCpu cpu, CpuFeature feature) =>
        cpu.IsHost ? CpuFeaturePolicy.Require : feature.Policy;

    private static CpuBits Model(StandaloneCpu cpu, CpuNames names) => cpu.Cpu.Model is not { } name ? new CpuBits()
        : names.Model(name) is { } model ? new CpuBits(model.Bits)
        : throw Refused($"Unknown CPU model {name}");

    private static CpuFeatureDefinition Known(CpuFeature feature, CpuNames names) =>
        names.Feature(feature.Name) ?? throw Refused($"Unknown CPU feature {feature.Name}");

    private static VirException Refused(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_CPU, detail);
}
