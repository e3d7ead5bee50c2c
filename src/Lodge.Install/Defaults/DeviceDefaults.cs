using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>What a device gets of itself where options say nothing.</summary>
internal static class DeviceDefaults
{
    /// <summary>Completes a device.</summary>
    /// <param name="plan">The guest that it is for.</param>
    /// <param name="device">The device; it need not be in the guest yet.</param>
    /// <exception cref="FormatException">It cannot be completed: no target is left for a disk.</exception>
    /// <exception cref="Protocol.Errors.VirException">The server refused, or is gone.</exception>
    public static void Complete(GuestPlan plan, Draft device)
    {
        switch (device.Shape.Name)
        {
            case "disk":
                DiskDefaults.Complete(plan, device);
                break;
            case "interface":
                CardDefaults.Complete(plan, device);
                break;
            case "graphics":
                DisplayDefaults.Complete(plan, device);
                break;
            case "video":
                VideoDefaults.Complete(plan, device);
                break;
            case "serial" or "parallel" or "console" or "channel":
                CompletePort(device);
                break;
            case "filesystem":
                CompleteFilesystem(plan, device);
                break;
            case "tpm":
                CompleteTpm(plan, device);
                break;
            case "panic":
                CompletePanic(plan, device);
                break;
            default:
                CompleteSimple(plan, device);
                break;
        }
    }

    private static void CompleteSimple(GuestPlan plan, Draft device)
    {
        switch (device.Shape.Name)
        {
            case "smartcard":
                device["@mode"] ??= "passthrough";
                device["@type"] ??= device["@mode"] == "passthrough" ? "spicevmc" : "tcp";
                break;
            case "input":
                device["@type"] ??= "mouse";
                device["@bus"] ??= InputBus(plan, device["@type"]);
                break;
            case "sound":
                device["@model"] ??= plan.HasPciExpress ? "ich9" : "ich6";
                break;
            case "hostdev":
                device["@managed"] ??= plan.Host.Driver == "xen" ? "no" : "yes";
                device["@mode"] ??= "subsystem";
                break;
            case "redirdev":
                device["@bus"] ??= "usb";
                device["@type"] ??= "spicevmc";
                break;
            case "watchdog":
                device["@model"] ??= "i6300esb";
                device["@action"] ??= "reset";
                break;
            case "memballoon" or "rng":
                device["@model"] ??= "virtio";
                break;
            case "vsock":
                device["@model"] ??= "virtio";
                if (device["cid/@address"] is null) device["cid/@auto"] ??= "yes";
                break;
        }
    }

    private static string? InputBus(GuestPlan plan, string? type) => type switch
    {
        "tablet" => "usb",
        "evdev" => null,
        _ => plan.Host.Driver == "xen" ? "xen" : "ps2",
    };

    private static void CompletePort(Draft port)
    {
        if (port["@type"] is "unix" or "tcp") port["source/@mode"] ??= "bind";
        if (port.Shape.Name == "channel") port["target/@type"] ??= "virtio";
        if (port["@type"] is "spicevmc" or "qemu-vdagent") port["target/@name"] ??= "com.redhat.spice.0";
    }

    // The host's own rights would do for guests of root alone.
    private static void CompleteFilesystem(GuestPlan plan, Draft shared)
    {
        if (!plan.IsQemu && !plan.IsTest && plan.Host.Driver != "lxc") return;
        shared["@type"] ??= "mount";
        if (shared["driver/@type"] != "virtiofs") shared["@accessmode"] ??= "mapped";
    }

    private static void CompleteTpm(GuestPlan plan, Draft tpm)
    {
        tpm["backend/@type"] ??= tpm["backend/device/@path"] is null ? "emulator" : "passthrough";
        if (tpm["backend/@type"] != "emulator" || tpm["@model"] is not null || tpm["backend/@version"] is not null)
            return;
        var capabilities = plan.DomainCapabilities;
        if ((!capabilities.KnowsTpm && !plan.IsPseries) || capabilities.TpmModels.Contains("tpm-crb"))
            tpm["@model"] = "tpm-crb";
    }

    private static void CompletePanic(GuestPlan plan, Draft panic)
    {
        if (panic["address/@iobase"] is not null) panic["address/@type"] ??= "isa";
        panic["@model"] ??= plan switch
        {
            { IsX86: true } => "isa",
            { IsPseries: true } => "pseries",
            { IsS390: true } => "s390",
            _ => null,
        };
    }
}
