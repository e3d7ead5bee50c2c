namespace Lodge.Qemu.Processors;

/// <summary>Where bits of a processor's description come from: a CPUID leaf, or a model-specific register.</summary>
/// <param name="IsRegister">Whether it is a model-specific register.</param>
/// <param name="Index">The leaf, or the register's number.</param>
/// <param name="SubIndex">The subleaf; 0 for a register.</param>
public readonly record struct CpuBitsSource(bool IsRegister, uint Index, uint SubIndex)
{
    /// <summary>Leaf 0: the vendor's name.</summary>
    public static CpuBitsSource Vendor => new(false, 0, 0);

    /// <summary>Leaf 1: family, model and stepping in EAX.</summary>
    public static CpuBitsSource Basic => new(false, 1, 0);
}

/// <summary>The four registers that one source gives.</summary>
public readonly record struct CpuRegisters(uint Eax, uint Ebx, uint Ecx, uint Edx)
{
    /// <summary>Bits that are in either.</summary>
    public static CpuRegisters operator |(CpuRegisters a, CpuRegisters b) =>
        new(a.Eax | b.Eax, a.Ebx | b.Ebx, a.Ecx | b.Ecx, a.Edx | b.Edx);

    /// <summary>Bits that are in both.</summary>
    public static CpuRegisters operator &(CpuRegisters a, CpuRegisters b) =>
        new(a.Eax & b.Eax, a.Ebx & b.Ebx, a.Ecx & b.Ecx, a.Edx & b.Edx);

    /// <summary>Bits of the first that are not in the second.</summary>
    public static CpuRegisters operator -(CpuRegisters a, CpuRegisters b) =>
        new(a.Eax & ~b.Eax, a.Ebx & ~b.Ebx, a.Ecx & ~b.Ecx, a.Edx & ~b.Edx);

    /// <summary>Whether all bits of another are here.</summary>
    public bool Contains(CpuRegisters other) => other - this == default;
}

/// <summary>The bits that describe a processor, a model of one, or a single feature.</summary>
public sealed class CpuBits
{
    private readonly Dictionary<CpuBitsSource, CpuRegisters> _bits = [];

    /// <summary>No bits.</summary>
    public CpuBits()
    {
    }

    /// <summary>The same bits as another.</summary>
    public CpuBits(CpuBits other) => _bits = new Dictionary<CpuBitsSource, CpuRegisters>(other._bits);

    /// <summary>The registers of a source; zeros where nothing is known of it.</summary>
    public CpuRegisters this[CpuBitsSource source]
    {
        get => _bits.GetValueOrDefault(source);
        set => _bits[source] = value;
    }

    /// <summary>Whether there are no bits at all.</summary>
    public bool IsEmpty => _bits.Values.All(static bits => bits == default);

    /// <summary>Adds bits.</summary>
    public void Add(CpuBits other)
    {
        foreach (var (source, bits) in other._bits) _bits[source] = this[source] | bits;
    }

    /// <summary>Takes bits away.</summary>
    public void Remove(CpuBits other)
    {
        foreach (var (source, bits) in other._bits)
        {
            if (_bits.TryGetValue(source, out var mine)) _bits[source] = mine - bits;
        }
    }

    /// <summary>Leaves the bits that another has too.</summary>
    public void Intersect(CpuBits other)
    {
        foreach (var source in _bits.Keys.ToArray()) _bits[source] &= other[source];
    }

    /// <summary>Whether all bits of another are here.</summary>
    public bool Contains(CpuBits other)
    {
        foreach (var (source, bits) in other._bits)
        {
            if (!this[source].Contains(bits)) return false;
        }

        return true;
    }
}
