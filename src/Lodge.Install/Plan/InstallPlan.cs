using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Options.Domains;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Plan;

/// <summary>A guest made ready for its installation, before anything of it exists.</summary>
internal static class InstallPlan
{
    private const string Disks = "devices/disk";

    /// <summary>Gives a guest its CD, the order in which it boots, and all that it gets of itself.</summary>
    /// <exception cref="FormatException">Parts do not fit each other or the host.</exception>
    /// <exception cref="Protocol.Errors.VirException">The server refused, or is gone.</exception>
    public static void Complete(GuestPlan plan, InstallMethod method)
    {
        AddCdrom(plan, method);
        if (plan.Domain.All("os/boot").Count == 0 && CanSetBootOrder(plan))
            BootOption.SetOrder(plan, BootOrder(plan.Domain, LastingBootDevice(plan.Domain, method)));
        if (!method.IsReinstall) GuestDefaults.Complete(plan);
    }

    /// <summary>
    /// Devices in the order in which they are tried: one first, then disks if there are any, as they are what is
    /// installed on.
    /// </summary>
    public static IEnumerable<string> BootOrder(Draft domain, string first) =>
        first != "hd" && domain.All(Disks).Any(IsDisk) ? [first, "hd"] : [first];

    /// <summary>Whether a guest may have such an order: none of its devices has a place of its own.</summary>
    public static bool CanSetBootOrder(Draft domain) => domain["os/type"] != "exe"
        && string.IsNullOrEmpty(domain["os/kernel"])
        && !domain.Shape.Lists.Keys.Where(list => list.StartsWith("devices/", StringComparison.Ordinal))
            .SelectMany(domain.All).Any(device => device["boot/@order"] is not null);

    private static bool CanSetBootOrder(GuestPlan plan) => CanSetBootOrder(plan.Domain);

    private static void AddCdrom(GuestPlan plan, InstallMethod method)
    {
        if (string.IsNullOrEmpty(method.AttachedCdrom)) return;
        var drives = plan.Domain.All(Disks).Where(disk => disk["@device"] == "cdrom").ToList();
        if (method.IsReinstall && drives.Count > 0)
        {
            DiskSource.SetPath(plan, drives[0], method.AttachedCdrom);
            return;
        }

        var cdrom = NewCdrom(plan, method.AttachedCdrom);
        if (method.IsReinstall) DeviceDefaults.Complete(plan, cdrom);
        // Before all others, so that it is the one that is booted from.
        var disks = plan.Domain.All(Disks);
        var index = drives.Count > 0 ? disks.ToList().IndexOf(drives[0]) : disks.Count;
        plan.Domain.Insert(Disks, index, cdrom);
    }

    /// <summary>A drive with a CD in it.</summary>
    /// <exception cref="FormatException">There is no such CD.</exception>
    public static Draft NewCdrom(GuestPlan plan, string path)
    {
        var cdrom = plan.Domain.New(Disks);
        cdrom["@device"] = "cdrom";
        DiskSource.SetPath(plan, cdrom, path);
        if (!plan.StorageOf(cdrom)!.Exists)
        {
            throw new FormatException(
                $"Must specify storage creation parameters for non-existent path '{plan.StorageOf(cdrom)!.Path}'.");
        }

        DiskSource.Sync(plan, cdrom);
        return cdrom;
    }

    private static string LastingBootDevice(Draft domain, InstallMethod method)
    {
        if (method.Cdrom is not null && method.IsNone) return "cdrom";
        var first = method.Cdrom is not null ? "cdrom" : method.BootDevice;
        if (first is not null) return domain.All(Disks).Any(IsDisk) ? "hd" : first;
        return domain.All(Disks) is not [var foremost, ..]
            ? "hd"
            : foremost["@device"] switch
            {
                "cdrom" => "cdrom",
                "floppy" => "fd",
                _ => "hd",
            };
    }

    private static bool IsDisk(Draft disk) => disk["@device"] is null or "disk";
}
