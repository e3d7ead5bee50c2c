using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Processors;

/// <summary>Turns a CPU as QEMU describes it into bits.</summary>
internal static class QemuCpuBits
{
    public static CpuBits From(QemuCpuExpansion cpu, CpuNames map, bool onlyMigratable)
    {
        var bits = new CpuBits();
        foreach (var (name, feature) in cpu.Features)
        {
            if (!feature.IsOn || (onlyMigratable && !feature.IsMigratable)) continue;
            if (map.Feature(name) is { } known) bits.Add(known.Bits);
        }

        if (cpu.Texts.TryGetValue("vendor", out var vendor)) CpuNames.SetVendor(bits, vendor);
        var signature = new CpuSignature(Number(cpu, "family"), Number(cpu, "model"), Number(cpu, "stepping"));
        bits[CpuBitsSource.Basic] = bits[CpuBitsSource.Basic] | new CpuRegisters(signature.ToEax(), 0, 0, 0);
        return bits;
    }

    private static uint Number(QemuCpuExpansion cpu, string name) =>
        cpu.Numbers.TryGetValue(name, out var value) ? (uint)value : 0;
}
