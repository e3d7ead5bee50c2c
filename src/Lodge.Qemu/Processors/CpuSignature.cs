namespace Lodge.Qemu.Processors;

/// <summary>Family, model and stepping of a processor.</summary>
/// <remarks>Source: CPUID leaf 1, EAX; the extended fields count only where the plain ones say so.</remarks>
public readonly record struct CpuSignature(uint Family, uint Model, uint Stepping)
{
    private const uint ExtendedFamily = 0xf;

    /// <summary>Reads EAX of leaf 1.</summary>
    public static CpuSignature FromEax(uint eax)
    {
        var family = (eax >> 8) & 0xf;
        var model = (eax >> 4) & 0xf;
        var extendedModel = (eax >> 16) & 0xf;
        return new CpuSignature(
            family == ExtendedFamily ? family + ((eax >> 20) & 0xff) : family,
            family is 6 or ExtendedFamily ? (extendedModel << 4) | model : model,
            eax & 0xf);
    }

    /// <summary>Makes EAX of leaf 1.</summary>
    public uint ToEax()
    {
        var (family, extended) = Family < ExtendedFamily ? (Family, 0u) : (ExtendedFamily, Family - ExtendedFamily);
        return (extended << 20) | ((Model >> 4) << 16) | (family << 8) | ((Model & 0xf) << 4) | Stepping;
    }
}
