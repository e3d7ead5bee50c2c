using System.Runtime.Intrinsics.X86;

namespace Lodge.Qemu.Processors;

/// <summary>Reads what the processor we run on tells about itself.</summary>
internal static class HostCpuBits
{
    private const uint ArchCapabilitiesRegister = 0x10a;
    private const uint ExtendedLeaves = 0x8000_0000;

    // Leaves whose subleaves hold features: 7 counts them in EAX, 0xd has its features in subleaf 1, 0x14 as 7.
    private static readonly Dictionary<uint, uint> LastSubLeaf = new() { [7] = 2, [0xd] = 1, [0x14] = 1, [0x12] = 1 };

    /// <summary>The bits of this processor, or null where it is no x86.</summary>
    public static CpuBits? Read()
    {
        if (!X86Base.IsSupported) return null;
        var bits = new CpuBits();
        ReadLeaves(bits, 0);
        ReadLeaves(bits, ExtendedLeaves);
        ReadArchCapabilities(bits);
        return bits;
    }

    private static void ReadLeaves(CpuBits bits, uint first)
    {
        var last = Leaf(first, 0).Eax;
        for (var leaf = first; leaf <= last && leaf - first < 0x100; leaf++)
        {
            var subLeaves = LastSubLeaf.GetValueOrDefault(leaf);
            if (leaf is 7 or 0x14) subLeaves = Math.Min(subLeaves, Leaf(leaf, 0).Eax);
            for (uint sub = 0; sub <= subLeaves; sub++) bits[new CpuBitsSource(false, leaf, sub)] = Leaf(leaf, sub);
        }
    }

    private static CpuRegisters Leaf(uint leaf, uint sub)
    {
        var (eax, ebx, ecx, edx) = X86Base.CpuId((int)leaf, (int)sub);
        return new CpuRegisters((uint)eax, (uint)ebx, (uint)ecx, (uint)edx);
    }

    private static void ReadArchCapabilities(CpuBits bits)
    {
        const uint HasRegister = 1u << 29;
        if ((bits[new CpuBitsSource(false, 7, 0)].Edx & HasRegister) == 0) return;
        try
        {
            using var file = File.OpenHandle("/dev/cpu/0/msr", FileMode.Open, FileAccess.Read);
            Span<byte> value = stackalloc byte[sizeof(ulong)];
            if (RandomAccess.Read(file, value, ArchCapabilitiesRegister) != value.Length) return;
            var register = BitConverter.ToUInt64(value);
            bits[new CpuBitsSource(true, ArchCapabilitiesRegister, 0)] =
                new CpuRegisters((uint)register, 0, 0, (uint)(register >> 32));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Only root may read it, and only where the module msr is there; the description does without.
        }
    }
}
