using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>What a guest gets of itself, from its host and its operating system, where options say nothing.</summary>
internal static class GuestDefaults
{
    /// <summary>Devices in the order in which they are completed: what comes later may look at what came before.
    /// </summary>
    private static readonly string[] s_devices =
    [
        "disk", "controller", "filesystem", "interface", "smartcard", "serial", "parallel", "console", "channel",
        "input", "tpm", "graphics", "sound", "audio", "video", "hostdev", "redirdev", "watchdog", "memballoon", "rng",
        "panic", "shmem", "memory", "vsock", "iommu",
    ];

    /// <summary>Completes a guest.</summary>
    /// <exception cref="FormatException">The host runs no such guest, or parts do not fit each other.</exception>
    /// <exception cref="Protocol.Errors.VirException">The server refused, or is gone.</exception>
    public static void Complete(GuestPlan plan)
    {
        Machines.SetCapabilities(plan);
        plan.Domain["uuid"] ??= FreeUuid(plan);
        Processors.SyncTopology(plan, 1);
        Machines.SetDefault(plan);
        Firmware.SetDefault(plan);
        DefaultDevices.Add(plan);
        ClockDefaults.Complete(plan);
        Processors.Complete(plan);
        FeatureDefaults.Complete(plan);
        DomainDefaults.Complete(plan);
        foreach (var device in Devices(plan).ToList()) DeviceDefaults.Complete(plan, device);
        DefaultControllers.Add(plan);
        SpiceDevices.Add(plan);
    }

    /// <summary>All devices of a guest.</summary>
    public static IEnumerable<Draft> Devices(GuestPlan plan) =>
        s_devices.SelectMany(kind => plan.Domain.All("devices/" + kind));

    private static string FreeUuid(GuestPlan plan)
    {
        var uuid = Guid.NewGuid();
        while (plan.Host.HasGuest(uuid)) uuid = Guid.NewGuid();
        return uuid.ToString();
    }
}
