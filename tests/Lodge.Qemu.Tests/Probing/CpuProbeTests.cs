using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Tests.Probing;

public sealed class CpuProbeTests
{
    [Fact]
    public void A_feature_that_only_the_complete_cpu_has_cannot_be_migrated()
    {
        var combined = CpuProbe.Combine(
            Cpu(("aes", true), ("invtsc", false), ("3dnow", false)),
            Cpu(("aes", true), ("invtsc", true), ("3dnow", false)))!;
        Assert.Equal(new QemuCpuFeature(true, true), combined.Features["aes"]);
        Assert.Equal(new QemuCpuFeature(true, false), combined.Features["invtsc"]);
        Assert.Equal(new QemuCpuFeature(false, false), combined.Features["3dnow"]);
    }

    private static QemuCpuExpansion Cpu(params (string Name, bool IsOn)[] features) => new()
    {
        Name = "base",
        Features = features.ToDictionary(feature => feature.Name, feature => new QemuCpuFeature(feature.IsOn, false)),
        Numbers = new Dictionary<string, long>(),
        Texts = new Dictionary<string, string>(),
    };
}
