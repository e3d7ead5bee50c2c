using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Controllers that a guest gets of itself, once its devices are known.</summary>
internal static class DefaultControllers
{
    private const string List = "devices/controller";

    /// <summary>Adds one for disks on SCSI, and spare ports of PCI Express.</summary>
    public static void Add(GuestPlan plan)
    {
        var domain = plan.Domain;
        if (!Has(plan, "scsi") && domain.All("devices/disk").Any(disk => disk["target/@bus"] == "scsi")
            && plan.SupportsVirtio(plan.Os.Supports(OsCapability.VirtioScsi, plan.ExtraDrivers)))
        {
            Add(plan, "scsi", "virtio-scsi");
        }

        if (Has(plan, "pci") || !plan.HasPciExpress || plan.SpareRootPorts <= 0) return;
        Add(plan, "pci", "pcie-root");
        for (var port = 0; port < plan.SpareRootPorts; port++) Add(plan, "pci", "pcie-root-port");
    }

    private static bool Has(GuestPlan plan, string type) =>
        plan.Domain.All(List).Any(controller => controller["@type"] == type);

    private static void Add(GuestPlan plan, string type, string model)
    {
        var controller = plan.Domain.Add(List);
        (controller["@type"], controller["@model"]) = (type, model);
    }
}
