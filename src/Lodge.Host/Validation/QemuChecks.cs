using Lodge.Host.Facts;
using Lodge.Host.Kvm;

namespace Lodge.Host.Validation;

/// <summary>What a host needs for guests of QEMU and KVM.</summary>
internal static class QemuChecks
{
    private const string Driver = "QEMU";
    private static readonly string[] Controllers = ["cpu", "cpuacct", "cpuset", "memory", "devices", "blkio"];

    /// <summary>
    /// libvirt's checks in its order, and after those of the device, whether KVM truly runs 64-bit code.
    /// </summary>
    public static IEnumerable<HostCheck> All(HostFiles files, Func<KvmReport> kvm)
    {
        var cpu = HostCpu.Read(files);
        var hardware = cpu.HasFlag("vmx") || cpu.HasFlag("svm");
        yield return HostCheck.That(
            hardware,
            Driver,
            "for hardware virtualization",
            CheckLevel.Fail,
            "Host not compatible with KVM; HW virtualization CPU features not found. "
                + "Only emulated CPUs are available; performance will be significantly limited");
        if (hardware)
        {
            var exists = CommonChecks.DeviceExists(
                files,
                Driver,
                "/dev/kvm",
                CheckLevel.Fail,
                "Check that the 'kvm-intel' or 'kvm-amd' modules are loaded & the BIOS has enabled virtualization");
            yield return exists;
            if (exists.Level == CheckLevel.Pass)
            {
                yield return CommonChecks.DeviceAccessible(
                    files,
                    Driver,
                    "/dev/kvm",
                    CheckLevel.Fail,
                    "Check /dev/kvm is world writable or you are in a group that is allowed to access it");
            }
        }

        var report = kvm();
        yield return HostCheck.That(
            report.Usable, Driver, "if KVM runs 64-bit guests", CheckLevel.Fail,
            $"{report.Explanation}; {report.Advice}");

        yield return CommonChecks.DeviceExists(
            files,
            Driver,
            "/dev/vhost-net",
            CheckLevel.Warn,
            "Load the 'vhost_net' module to improve performance of virtio networking");
        yield return CommonChecks.DeviceExists(
            files, Driver, "/dev/net/tun", CheckLevel.Fail,
            "Load the 'tun' module to enable networking for QEMU guests");
        foreach (var check in CommonChecks.Controllers(files, Driver, Controllers, CheckLevel.Warn))
        {
            yield return check;
        }

        foreach (var check in CommonChecks.Iommu(files, cpu, Driver))
        {
            yield return check;
        }

        yield return CommonChecks.SecureGuests(files, cpu, Driver);
    }
}
