using Lodge.Host.Facts;

namespace Lodge.Host.Validation;

/// <summary>What a host needs for containers, by libvirt's list.</summary>
internal static class LxcChecks
{
    private const string Driver = "LXC";
    private static readonly string[] Controllers =
        ["cpu", "cpuacct", "cpuset", "memory", "devices", "freezer", "blkio"];
    private static readonly Version OldestKernel = new(2, 6, 26);

    private static readonly (string Name, CheckLevel Level, string Hint)[] Namespaces =
    [
        ("ipc", CheckLevel.Fail, "IPC namespace support is required"),
        ("mnt", CheckLevel.Fail, "Mount namespace support is required"),
        ("pid", CheckLevel.Fail, "PID namespace support is required"),
        ("uts", CheckLevel.Fail, "UTS namespace support is required"),
        ("net", CheckLevel.Warn, "Network namespace support is recommended"),
        ("user", CheckLevel.Warn, "User namespace support is recommended"),
    ];

    public static IEnumerable<HostCheck> All(HostFiles files) =>
    [
        HostCheck.That(
            Environment.OSVersion.Version >= OldestKernel,
            Driver,
            $"for Linux >= {OldestKernel}",
            CheckLevel.Fail,
            "Upgrade to a kernel supporting namespaces"),
        .. Namespaces.Select(n => HostCheck.That(
            files.Exists($"/proc/self/ns/{n.Name}"), Driver, $"for namespace {n.Name}", n.Level, n.Hint)),
        .. CommonChecks.Controllers(files, Driver, Controllers, CheckLevel.Fail),
        CommonChecks.DeviceExists(
            files,
            Driver,
            "/sys/fs/fuse/connections",
            CheckLevel.Fail,
            "Load the 'fuse' module to enable /proc/ overrides"),
    ];
}
