using System.Globalization;
using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Plan;

/// <summary>The XML of a guest for its installation, and the one that it has from then on.</summary>
/// <param name="Install">The first; null where nothing is installed.</param>
/// <param name="After">The other.</param>
internal sealed record InstallXml(string? Install, string After)
{
    private const string Disks = "devices/disk";

    /// <summary>The XML of a plan that is complete.</summary>
    /// <param name="plan">The plan; it stays as it is.</param>
    /// <param name="method">What is installed from.</param>
    /// <param name="original">XML of a guest that is installed anew, which it has again afterwards.</param>
    /// <exception cref="FormatException">A change by path makes no sense.</exception>
    public static InstallXml Of(GuestPlan plan, InstallMethod method, string? original = null)
    {
        var xml = plan.ToXml();
        if (method.Seed is { } seed) xml = WithSeed(plan, xml, seed);
        if (!method.ChangesXml) return new InstallXml(null, original ?? xml);
        return new InstallXml(ForInstall(plan, method, xml), original ?? Afterwards(plan, method, xml));
    }

    /// <summary>
    /// A line for the person who waits, where the guest gets more memory than asked for because its installer is
    /// fetched over the network; null where it does not.
    /// </summary>
    public static string? MemoryNotice(GuestPlan plan, InstallMethod method)
    {
        var needed = (method.NetworkMemory ?? 0) / 1024;
        return needed > Number(plan.Domain["currentMemory"])
            ? $"Overriding memory to {needed / 1024} MiB needed for {plan.Os.ShortId} network install."
            : null;
    }

    private static string ForInstall(GuestPlan plan, InstallMethod method, string xml)
    {
        var domain = Draft.Parse(xml);
        domain["on_reboot"] = "destroy";
        if (method.HasTree)
        {
            if (method.Kernel is not null) domain["os/kernel"] = method.Kernel;
            if (method.Initrd is not null) domain["os/initrd"] = method.Initrd;
            if (!string.IsNullOrEmpty(method.KernelArguments)) domain["os/cmdline"] = method.KernelArguments;
        }

        SetBootOrder(domain, method);
        var needed = (method.NetworkMemory ?? 0) / 1024;
        if (method.HasTree && needed > Number(domain["currentMemory"]))
        {
            domain["currentMemory"] = Text(needed);
            if (Number(domain["memory"]) < needed) domain["memory"] = Text(needed);
        }

        if (method.HasCloudInit) NameSeed(plan, domain);
        return domain.ToXml();
    }

    private static void SetBootOrder(Draft domain, InstallMethod method)
    {
        var first = method.Cdrom is not null ? "cdrom" : method.BootDevice;
        string[] order = first is not null && InstallPlan.CanSetBootOrder(domain)
            ? [.. InstallPlan.BootOrder(domain, first)]
            : [];
        foreach (var known in domain.All("os/boot").ToArray()) domain.Remove("os/boot", known);
        foreach (var device in order) domain.Add("os/boot")["@dev"] = device;
    }

    // cloud-init looks for its seed where the machine's serial number says so.
    private static void NameSeed(GuestPlan plan, Draft domain)
    {
        if ((!plan.IsQemu && !plan.IsTest) || !(plan.IsX86 || plan.IsArmVirt)) return;
        if (domain["os/smbios/@mode"] is not (null or "sysinfo")) return;
        const string Serial = "system/entry[@name='serial']";
        var said = domain.All("sysinfo").FirstOrDefault(known => known["@type"] == "smbios") ?? domain.Add("sysinfo");
        if (said[Serial] is not null) return;
        domain["os/smbios/@mode"] = "sysinfo";
        said["@type"] = "smbios";
        said[Serial] = "ds=nocloud";
    }

    private static string Afterwards(GuestPlan plan, InstallMethod method, string xml)
    {
        var domain = Draft.Parse(xml);
        // Windows goes on from its CD after it has started anew.
        if (method.AttachedCdrom is { } cdrom && !plan.Os.IsWindows) Eject(plan, domain, cdrom);
        if (method.Seed is { } seed) Eject(plan, domain, seed);
        return domain.ToXml();
    }

    private static void Eject(GuestPlan plan, Draft domain, string path)
    {
        var full = DiskStorage.IsUrl(path) ? path : Path.GetFullPath(path);
        var drive = domain.All(Disks).FirstOrDefault(
            disk => disk["@device"] == "cdrom" && DiskSource.PathOf(plan, disk) == full);
        if (drive is null) return;
        DiskSource.SetPath(plan, drive, null);
        DiskSource.Sync(plan, drive);
    }

    private static string WithSeed(GuestPlan plan, string xml, string seed)
    {
        var with = new GuestPlan(plan.Host) { Domain = Draft.Parse(xml), Systems = plan.Systems, Os = plan.Os };
        var cdrom = InstallPlan.NewCdrom(with, seed);
        DeviceDefaults.Complete(with, cdrom);
        with.Domain.Add(Disks, cdrom);
        return with.Domain.ToXml();
    }

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
