using Lodge.Host.Facts;
using Lodge.Host.Native;

namespace Lodge.Host.Validation;

/// <summary>What a host of guests needs beside the processor: programs, accounts, modules, the time.</summary>
public static class ReadinessChecks
{
    private const string Driver = "HOST";

    private static readonly (string[] Names, string What, CheckLevel Level, string Hint)[] Programs =
    [
        (["qemu-system-x86_64", "qemu-kvm"], "runs guests", CheckLevel.Fail, "install QEMU: lodge host setup"),
        (["qemu-img"], "makes images", CheckLevel.Fail, "install qemu-utils or qemu-img: lodge host setup"),
        (["dnsmasq"], "gives guests addresses", CheckLevel.Warn,
            "networks with DHCP cannot start; install dnsmasq: lodge host setup"),
        (["nft"], "lets guests out", CheckLevel.Warn, "networks cannot start; install nftables: lodge host setup"),
        (["swtpm"], "gives guests a TPM", CheckLevel.Warn, "guests can have no TPM; install swtpm: lodge host setup"),
        (["xorriso"], "makes seeds of unattended installs", CheckLevel.Warn,
            "install xorriso: lodge host setup"),
    ];

    /// <summary>The checks, each made as it is enumerated.</summary>
    /// <param name="files">The host's files.</param>
    public static IEnumerable<HostCheck> All(HostFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var (names, what, level, hint) in Programs)
        {
            yield return HostCheck.That(
                names.Any(name => IsInstalled(files, name)), Driver, $"for {names[0]}, which {what}", level, hint);
        }

        yield return HostCheck.That(
            files.Exists("/usr/share/OVMF") || files.Exists("/usr/share/edk2"),
            Driver,
            "for UEFI firmware",
            CheckLevel.Warn,
            "guests can have no UEFI; install ovmf or edk2-ovmf: lodge host setup");
        foreach (var check in Accounts(files).Concat(Boot(files)))
        {
            yield return check;
        }

        yield return Nested(files);
        yield return Time();
    }

    private static bool IsInstalled(HostFiles files, string name) =>
        ((string[])["/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/libexec", "/usr/local/bin"])
            .Any(folder => files.Exists($"{folder}/{name}"));

    private static IEnumerable<HostCheck> Accounts(HostFiles files)
    {
        yield return HostCheck.That(
            Names(files, "/etc/passwd").Overlaps(["libvirt-qemu", "qemu"]),
            Driver,
            "for the account that guests run as",
            CheckLevel.Warn,
            "guests run as root without capabilities; make the account: lodge host setup");
        yield return HostCheck.That(
            Names(files, "/etc/group").Contains("libvirt"),
            Driver,
            "for the group libvirt, whose members manage guests",
            CheckLevel.Warn,
            "only root reaches the daemon; make the group: lodge host setup");
    }

    private static IEnumerable<HostCheck> Boot(HostFiles files)
    {
        yield return HostCheck.That(
            files.Exists("/etc/modules-load.d/lodge.conf"),
            Driver,
            "if modules for guests are loaded with the host",
            CheckLevel.Note,
            "they are loaded when first used, if at all; keep them: lodge host setup");
        if (files.Exists("/run/systemd/system"))
        {
            yield return HostCheck.That(
                files.Exists("/etc/systemd/system/sockets.target.wants/lodged.socket"),
                Driver,
                "if lodged starts with the host",
                CheckLevel.Warn,
                "guests do not autostart; systemctl enable --now lodged.socket, or lodge host setup");
        }
    }

    private static HostCheck Nested(HostFiles files)
    {
        var value = files.Text("/sys/module/kvm_intel/parameters/nested")
            ?? files.Text("/sys/module/kvm_amd/parameters/nested");
        return HostCheck.That(
            value is ['1' or 'Y' or 'y', ..],
            Driver,
            "if guests can run guests",
            CheckLevel.Note,
            "nested virtualization is off: options kvm_intel nested=1 (or kvm_amd) in /etc/modprobe.d switches it on");
    }

    private static HostCheck Time() => HostCheck.That(
        LibC.IsClockSynchronized(),
        Driver,
        "if the clock is synchronized",
        CheckLevel.Warn,
        "guests take their time from the host: run chronyd or systemd-timesyncd");

    private static HashSet<string> Names(HostFiles files, string path) =>
        [.. files.Lines(path).Select(static line => line.Split(':')[0])];
}
