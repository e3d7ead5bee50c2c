using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Driver, bus and target of disks.</summary>
internal static class DiskDefaults
{
    /// <summary>Completes a disk.</summary>
    /// <exception cref="FormatException">No target is left on its bus.</exception>
    public static void Complete(GuestPlan plan, Draft disk)
    {
        disk["@device"] ??= "disk";
        disk["@type"] ??= DiskSource.DefaultType(plan, disk);
        disk["driver/@name"] ??= DiskSource.DriverName(plan, disk);
        disk["driver/@type"] ??= DiskSource.DriverType(plan, disk);
        disk["target/@bus"] ??= Bus(plan, disk["@device"]!);
        if (disk["@device"] == "cdrom") disk["readonly"] = "";
        CompleteDriver(plan, disk);
        disk["target/@dev"] ??= DiskTargets.Free(
            disk, plan.Domain.All("devices/disk").Select(known => known["target/@dev"]).OfType<string>());
    }

    private static void CompleteDriver(GuestPlan plan, Draft disk)
    {
        if (!plan.IsQemu || disk["@device"] != "disk") return;
        // A sparse file gets back what the guest deletes.
        var unmaps = plan.StorageOf(disk)?.Made is { } made && made.Allocation == 0;
        if (disk["@type"] == "block")
        {
            unmaps = true;
            disk["driver/@cache"] ??= "none";
            disk["driver/@io"] ??= "native";
        }

        if (unmaps) disk["driver/@discard"] ??= "unmap";
    }

    private static string Bus(GuestPlan plan, string device)
    {
        if (device == "floppy") return "fdc";
        if (plan.IsParavirtual) return "xen";
        if (!plan.IsHvm) return "ide";
        if (device == "disk" && plan.SupportsVirtio(plan.Os.Supports(OsCapability.VirtioDisk, plan.ExtraDrivers)))
            return "virtio";
        if (device == "cdrom" && !plan.IsX86
            && plan.SupportsVirtio(plan.Os.Supports(OsCapability.VirtioScsi, plan.ExtraDrivers)))
        {
            return "scsi";
        }

        if (plan.Architecture is "armv7l" or "aarch64") return "sd";
        return plan.IsQ35 || plan.Host.Driver == "bhyve" ? "sata" : "ide";
    }
}
