using Lodge.Host.Kvm;
using Lodge.Host.Validation;

namespace Lodge.Host.Tests.Validation;

public sealed class HostValidationTests
{
    private static readonly KvmReport Works = new(KvmVerdict.Works, "", "");

    [Fact]
    public void A_good_host_reads_as_libvirts_own_tool_writes_it()
    {
        using var host = GoodHost();

        Assert.True(Written(QemuChecks.All(host.Files, () => Works), out var text));
        Assert.Equal(
            """
              QEMU: Checking for hardware virtualization                                 : PASS
              QEMU: Checking if device /dev/kvm exists                                   : PASS
              QEMU: Checking if device /dev/kvm is accessible                            : PASS
              QEMU: Checking if KVM runs 64-bit guests                                   : PASS
              QEMU: Checking if device /dev/vhost-net exists                             : PASS
              QEMU: Checking if device /dev/net/tun exists                               : PASS
              QEMU: Checking for cgroup 'cpu' controller support                         : PASS
              QEMU: Checking for cgroup 'cpuacct' controller support                     : PASS
              QEMU: Checking for cgroup 'cpuset' controller support                      : PASS
              QEMU: Checking for cgroup 'memory' controller support                      : PASS
              QEMU: Checking for cgroup 'devices' controller support                     : PASS
              QEMU: Checking for cgroup 'blkio' controller support                       : PASS
              QEMU: Checking for device assignment IOMMU support                         : PASS
              QEMU: Checking if IOMMU is enabled by kernel                               : PASS
              QEMU: Checking for secure guest support                                    : PASS

            """,
            text);
    }

    [Fact]
    public void A_host_without_virtualization_fails_and_says_what_to_do()
    {
        using var host = new FakeHost();
        host.With("/proc/cpuinfo", "flags : fpu lm\n").WithFolder("/dev/net/tun");

        Assert.False(Written(QemuChecks.All(host.Files, () => KvmProbe.Run(host.Files)), out var text));
        Assert.Contains(
            "Host not compatible with KVM; HW virtualization CPU features not found.", text, StringComparison.Ordinal);
        Assert.Contains(
            "FAIL (there is no /dev/kvm; enable virtualization (VT-x, AMD-V)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("if device /dev/kvm", text, StringComparison.Ordinal);
        Assert.Contains("WARN (Load the 'vhost_net' module", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_is_no_failure()
    {
        using var host = GoodHost();
        File.Delete(host.Files.PathOf("/dev/vhost-net"));

        Assert.True(Written(QemuChecks.All(host.Files, () => Works), out var text));
        Assert.Contains("WARN", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_processor_that_interprets_guests_is_a_failure()
    {
        using var host = GoodHost();
        var report = new KvmReport(KvmVerdict.Emulated, "it interprets", "move on");

        Assert.False(Written(QemuChecks.All(host.Files, () => report), out var text));
        Assert.Contains("if KVM runs 64-bit guests                                   : FAIL (it interprets; move on)",
            text, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_have_colours_on_a_terminal()
    {
        var output = new StringWriter();

        CheckReport.Write(
            [new HostCheck("QEMU", "x", CheckLevel.Note, "y"), HostCheck.Passed("LXC", "z")], output, colours: true);

        Assert.Contains(": \e[34mNOTE\e[0m (y)", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(": \e[32mPASS\e[0m", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_are_asked_for_their_namespaces()
    {
        using var host = new FakeHost();
        var checks = LxcChecks.All(host.Files).ToList();

        Assert.Equal("for Linux >= 2.6.26", checks[0].Subject);
        Assert.Equal(CheckLevel.Warn, checks.Single(static c => c.Subject == "for namespace user").Level);
        Assert.Equal(CheckLevel.Fail, checks.Single(static c => c.Subject == "for namespace ipc").Level);
        Assert.Equal(15, checks.Count);
    }

    private static FakeHost GoodHost() => new FakeHost()
        .With("/proc/cpuinfo", "flags : lm svm sev\n")
        .With("/dev/kvm", "").With("/dev/vhost-net", "").With("/dev/net/tun", "").With("/dev/sev", "")
        .With("/proc/self/mounts", "cgroup2 /cg cgroup2 rw 0 0\n")
        .With("/cg/cgroup.controllers", "cpu cpuset memory io\n")
        .With("/sys/firmware/acpi/tables/IVRS", "").WithFolder("/sys/kernel/iommu_groups/0")
        .With("/sys/module/kvm_amd/parameters/sev", "Y\n");

    private static bool Written(IEnumerable<HostCheck> checks, out string text)
    {
        var output = new StringWriter { NewLine = "\n" };
        var good = CheckReport.Write(checks, output, colours: false);
        text = output.ToString();
        return good;
    }
}
