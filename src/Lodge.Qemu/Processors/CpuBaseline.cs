using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Processors;

/// <summary>The best CPU that several hosts can all give to a guest.</summary>
/// <param name="names">The models and features that have names.</param>
internal sealed class CpuBaseline(CpuNames names)
{
    /// <summary>
    /// What QEMU has, with the features each model would lack on this host; null where that does not matter.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Offered { get; init; }

    /// <summary>The features that QEMU has; null where that does not matter.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Whether features are left out with which a guest cannot be migrated.</summary>
    public bool OnlyMigratable { get; init; }

    /// <summary>Finds it.</summary>
    /// <exception cref="VirException">
    /// A CPU has no model (VIR_ERR_INVALID_ARG) or one unknown, or they have nothing in common
    /// (VIR_ERR_OPERATION_FAILED).
    /// </exception>
    public Cpu Of(IReadOnlyList<StandaloneCpu> cpus)
    {
        for (var i = 0; i < cpus.Count; i++)
        {
            if (cpus[i].Cpu.Model is null)
            {
                throw Refused(VirErrorNumber.VIR_ERR_INVALID_ARG, $"no CPU model specified at index {i}");
            }
        }

        var common = CpuReading.All(cpus[0], names);
        var vendor = Vendor(cpus);
        foreach (var cpu in cpus.Skip(1)) common.Intersect(CpuReading.All(cpu, names));
        if (Features is { } known)
        {
            var all = new CpuBits();
            foreach (var name in known)
            {
                if (names.Feature(name) is { } feature) all.Add(feature.Bits);
            }

            common.Intersect(all);
        }

        if (common.IsEmpty) throw Refused(VirErrorNumber.VIR_ERR_OPERATION_FAILED, "CPUs are incompatible");
        if (vendor is not null && names.VendorText(vendor) is { } text) CpuNames.SetVendor(common, text);
        var models = cpus.Select(static cpu => cpu.Cpu.Model!).Distinct(StringComparer.Ordinal).ToArray();
        var found = new CpuDecoder(names).DescribeCommon(common, Offered, models)
            ?? throw Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Cannot find suitable CPU model for given data");
        return Describe(found, models, isVendorTold: cpus.All(static cpu => cpu.Cpu.Vendor is not null));
    }

    /// <summary>Names every feature of a guest's CPU, those of its model too.</summary>
    /// <exception cref="VirException">Its model is unknown (VIR_ERR_INTERNAL_ERROR).</exception>
    public void Expand(Cpu cpu)
    {
        var model = names.Model(cpu.Model!) ?? throw Refused(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"unknown CPU model {cpu.Model}");
        var expanded = new SortedDictionary<string, CpuFeaturePolicy>(StringComparer.Ordinal);
        var bits = new CpuBits(model.Bits);
        foreach (var feature in names.Features.Where(feature => bits.Contains(feature.Bits)))
        {
            bits.Remove(feature.Bits);
            expanded[feature.Name] = CpuFeaturePolicy.Require;
        }

        foreach (var feature in cpu.Features)
        {
            if (feature.Policy is CpuFeaturePolicy.Require or CpuFeaturePolicy.Disable)
            {
                expanded[feature.Name] = feature.Policy;
            }
        }

        foreach (var removed in model.RemovedFeatures) expanded.TryAdd(removed, CpuFeaturePolicy.Disable);
        cpu.Features.Clear();
        cpu.Features.AddRange(expanded.Select(static feature => new CpuFeature(feature.Key, feature.Value)));
    }

    private string? Vendor(IReadOnlyList<StandaloneCpu> cpus)
    {
        var vendor = cpus[0].Cpu.Vendor;
        if (vendor is not null) CheckVendor(vendor);
        foreach (var cpu in cpus.Skip(1).Select(static one => one.Cpu))
        {
            var own = names.Model(cpu.Model!)?.Vendor;
            if (cpu.Vendor is { } told && own is not null && told != own)
            {
                throw Refused(
                    VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"CPU vendor {own} of model {cpu.Model} differs from vendor {told}");
            }

            if ((cpu.Vendor ?? own) is not { } next) continue;
            if (vendor is null) CheckVendor(next);
            vendor ??= next;
            if (vendor != next) throw Refused(VirErrorNumber.VIR_ERR_OPERATION_FAILED, "CPU vendors do not match");
        }

        return vendor;
    }

    private void CheckVendor(string vendor)
    {
        if (names.VendorText(vendor) is null)
        {
            throw Refused(VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"Unknown CPU vendor {vendor}");
        }
    }

    private Cpu Describe(CpuDescription found, string[] models, bool isVendorTold)
    {
        var cpu = new Cpu
        {
            Model = found.Model,
            Vendor = isVendorTold ? found.Vendor : null,
            Fallback = models is [var only] && only == found.Model ? CpuFallback.Forbid : CpuFallback.Allow,
        };
        foreach (var (name, isPresent) in found.Features)
        {
            if (OnlyMigratable && names.Feature(name) is { IsMigratable: false }) continue;
            cpu.Features.Add(new CpuFeature(name, isPresent ? CpuFeaturePolicy.Require : CpuFeaturePolicy.Disable));
        }

        return cpu;
    }

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_CPU, detail);
}
