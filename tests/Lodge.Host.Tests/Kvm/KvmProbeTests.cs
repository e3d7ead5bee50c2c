using Lodge.Host.Facts;
using Lodge.Host.Kvm;

namespace Lodge.Host.Tests.Kvm;

public sealed class KvmProbeTests
{
    [Theory]
    [InlineData("vmx", "kvm_intel")]
    [InlineData("svm", "kvm_amd")]
    [InlineData("fpu", "firmware")]
    public void Without_a_device_the_advice_fits_the_processor(string flag, string advice)
    {
        using var host = new FakeHost();
        host.With("/proc/cpuinfo", $"flags : {flag}\n");

        var report = KvmProbe.Run(host.Files);

        Assert.Equal(KvmVerdict.NoDevice, report.Verdict);
        Assert.False(report.Usable);
        Assert.Contains(advice, report.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_no_kvm_gives_no_machine()
    {
        using var host = new FakeHost();
        host.With("/dev/kvm", "not a device");

        Assert.Equal(KvmVerdict.NoVirtualMachine, KvmProbe.Run(host.Files).Verdict);
    }

    [Fact]
    public void This_host_runs_64_bit_code_at_full_speed_or_says_why_not()
    {
        var report = KvmProbe.Run(HostFiles.Real);

        Assert.Equal(report.Usable, report.Explanation.Length == 0);
        Assert.Equal(report.Usable, report.Advice.Length == 0);
        if (HostFiles.Real.Exists("/sys/module/kvm_pvm") && report.Verdict is not KvmVerdict.NoAccess)
        {
            Assert.Equal(KvmVerdict.Emulated, report.Verdict);
            Assert.Contains("million instructions a second", report.Explanation, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_probe_can_run_again_and_again()
    {
        var first = KvmProbe.Run(HostFiles.Real).Verdict;

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(first, KvmProbe.Run(HostFiles.Real).Verdict);
        }
    }
}
