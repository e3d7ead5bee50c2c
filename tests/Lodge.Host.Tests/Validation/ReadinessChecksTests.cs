using Lodge.Host.Facts;
using Lodge.Host.Validation;

namespace Lodge.Host.Tests.Validation;

public sealed class ReadinessChecksTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("lodge-ready");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_bare_host_lacks_its_programs_and_each_line_says_what_to_do()
    {
        var checks = ReadinessChecks.All(new HostFiles(_root.FullName)).ToList();
        Assert.Equal(2, checks.Count(static check => check.Level == CheckLevel.Fail));
        Assert.All(
            checks.Where(static check => check.Level != CheckLevel.Pass),
            static check => Assert.False(string.IsNullOrEmpty(check.Hint)));
    }

    [Fact]
    public void A_host_that_has_all_of_it_passes()
    {
        foreach (var path in (string[])[
            "/usr/libexec/qemu-kvm", "/usr/bin/qemu-img", "/usr/sbin/dnsmasq", "/usr/sbin/nft", "/usr/bin/swtpm",
            "/usr/bin/xorriso", "/usr/share/OVMF/code", "/etc/modules-load.d/lodge.conf"])
        {
            Write(path, "");
        }

        Write("/etc/passwd", "qemu:x:107:107::/:/sbin/nologin\n");
        Write("/etc/group", "libvirt:x:108:\n");
        Write("/sys/module/kvm_intel/parameters/nested", "Y\n");
        Assert.All(
            ReadinessChecks.All(new HostFiles(_root.FullName)).Where(static check => !check.Subject.Contains("clock")),
            static check => Assert.Equal(CheckLevel.Pass, check.Level));
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root.FullName + path)!);
        File.WriteAllText(_root.FullName + path, text);
    }
}
