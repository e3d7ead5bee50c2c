using Lodge.Host.Facts;
using Lodge.Host.Native;

namespace Lodge.Host.Validation;

/// <summary>Checks that more than one hypervisor asks for, with libvirt's words.</summary>
internal static class CommonChecks
{
    private const int ReadAndWrite = 6;

    public static HostCheck DeviceExists(
        HostFiles files, string driver, string device, CheckLevel level, string hint) =>
        HostCheck.That(files.Exists(device), driver, $"if device {device} exists", level, hint);

    public static HostCheck DeviceAccessible(
        HostFiles files, string driver, string device, CheckLevel level, string hint) =>
        HostCheck.That(
            LibC.Access(files.PathOf(device), ReadAndWrite) == 0, driver,
            $"if device {device} is accessible", level, hint);

    public static IEnumerable<HostCheck> Controllers(
        HostFiles files, string driver, IEnumerable<string> controllers, CheckLevel level)
    {
        var hierarchy = CgroupHierarchy.Read(files);
        return controllers.Select(name => HostCheck.That(
            hierarchy.Has(name),
            driver,
            $"for cgroup '{name}' controller support",
            level,
            $"Enable '{name}' in kernel Kconfig file or mount/enable cgroup controller in your system"));
    }

    public static HostCheck SecureGuests(HostFiles files, HostCpu cpu, string driver)
    {
        const string subject = "for secure guest support";
        if (!cpu.HasFlag("sev"))
        {
            return new HostCheck(driver, subject, CheckLevel.Warn, "Unknown if this platform has Secure Guest support");
        }

        var hint = files.Text("/sys/module/kvm_amd/parameters/sev") switch
        {
            null => "AMD Secure Encrypted Virtualization not supported by the currently used kernel",
            ['1' or 'Y' or 'y', ..] when files.Exists("/dev/sev") => null,
            ['1' or 'Y' or 'y', ..] => "AMD Secure Encrypted Virtualization appears to be disabled in firmware.",
            _ => "AMD Secure Encrypted Virtualization appears to be disabled in kernel. "
                + "Add kvm_amd.sev=1 to the kernel cmdline arguments",
        };
        return new HostCheck(driver, subject, hint is null ? CheckLevel.Pass : CheckLevel.Warn, hint);
    }

    public static IEnumerable<HostCheck> Iommu(HostFiles files, HostCpu cpu, string driver)
    {
        const string subject = "for device assignment IOMMU support";
        var (table, argument) = cpu.HasFlag("vmx") ? ("DMAR", "intel_iommu=on")
            : cpu.HasFlag("svm") ? ("IVRS", "iommu=pt iommu=1")
            : (null, null);
        if (table is null)
        {
            return [new HostCheck(driver, subject, CheckLevel.Warn, "Unknown if this platform has IOMMU support")];
        }

        if (!files.Exists($"/sys/firmware/acpi/tables/{table}"))
        {
            return
            [
                new HostCheck(
                    driver,
                    subject,
                    CheckLevel.Warn,
                    $"No ACPI {table} table found, IOMMU either disabled in BIOS or not supported by this hardware "
                        + $"platform"),
            ];
        }

        var groups = files.PathOf("/sys/kernel/iommu_groups");
        return !Directory.Exists(groups)
            ? [HostCheck.Passed(driver, subject)]
            :
            [
                HostCheck.Passed(driver, subject),
                HostCheck.That(
                    Directory.EnumerateDirectories(groups).Any(),
                    driver,
                    "if IOMMU is enabled by kernel",
                    CheckLevel.Warn,
                    $"IOMMU appears to be disabled in kernel. Add {argument} to kernel cmdline arguments"),
            ];
    }
}
