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
        var forbidden = Asked(cpu, names, CpuFeaturePolicy.Forbid);
        if (forbidden.Find(feature => host.Contains(feature.Bits)) is not null)
            throw Incompatible("Host CPU provides forbidden features: "
                + List(forbidden.Where(feature => host.Contains(feature.Bits))));

        var required = new CpuBits(names.Model(cpu.Model!)?.Bits ?? throw UnknownModel(cpu.Model!));
        Asked(cpu, names, CpuFeaturePolicy.Require).ForEach(feature => required.Add(feature.Bits));
        foreach (var policy in (CpuFeaturePolicy[])
            [CpuFeaturePolicy.Force, CpuFeaturePolicy.Optional, CpuFeaturePolicy.Disable])
        {
            Asked(cpu, names, policy).ForEach(feature => required.Remove(feature.Bits));
        }

        // A model's bits name its vendor and signature too, which a host need not share.
        var missing = new CpuBits(required);
        missing.Remove(host);
        var lacking = names.Features.Where(feature => missing.Contains(feature.Bits)).ToList();
        if (lacking.Count > 0) throw Incompatible("Host CPU does not provide required features: " + List(lacking));
        if (cpu.Match != CpuMatch.Strict) return;
        var extra = new CpuBits(host);
        extra.Remove(required);
        var beyond = names.Features.Where(feature => extra.Contains(feature.Bits)).ToList();
        if (beyond.Count > 0)
            throw Incompatible("Host CPU does not strictly match guest CPU: Extra features: " + List(beyond));
    }

    /// <summary>The refusal of a model that has no definition.</summary>
    public static VirException UnknownModel(string model) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_CPU, $"Unknown CPU model {model}");

    private static List<CpuFeatureDefinition> Asked(Cpu cpu, CpuNames names, CpuFeaturePolicy policy) =>
        [.. cpu.Features.Where(feature => feature.Policy == policy).Select(feature => names.Feature(feature.Name)
            ?? throw new VirException(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_CPU,
                $"unknown CPU feature: {feature.Name}"))];

    private static string List(IEnumerable<CpuFeatureDefinition> features) =>
        string.Join(", ", features.Select(feature => feature.Name));

    private static VirException Incompatible(string detail) =>
        new(VirErrorNumber.VIR_ERR_CPU_INCOMPATIBLE, VirErrorDomain.VIR_FROM_CPU, detail);
}
