using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Options.Devices;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Devices that a guest gets of itself, unless options name such or decline them.</summary>
internal static class DefaultDevices
{
    private const string AgentChannel = "org.qemu.guest_agent.0";

    /// <summary>Adds them.</summary>
    public static void Add(GuestPlan plan)
    {
        AddGraphics(plan);
        if (!plan.IsContainer && Has(plan, "graphics") && !Has(plan, "video")) New(plan, "video");
        AddInputs(plan);
        AddConsole(plan);
        AddUsbController(plan);
        AddAgentChannel(plan);
        AddRng(plan);
        AddBalloon(plan);
        AddTpm(plan);
    }

    /// <summary>Whether a guest is to have no USB.</summary>
    public static bool IsUsbDeclined(GuestPlan plan)
    {
        var controllers = plan.Domain.All("devices/controller").Where(known => known["@type"] == "usb").ToList();
        return controllers.Count > 0 && controllers.TrueForAll(known => known["@model"] == "none");
    }

    private static void AddGraphics(GuestPlan plan)
    {
        if (IsNotWanted(plan, "graphics")) return;
        if (plan.IsContainer && plan.Host.Driver is not ("vz" or "parallels")) return;
        if (plan.IsX86 || plan.IsPseries) New(plan, "graphics");
    }

    private static void AddInputs(GuestPlan plan)
    {
        if (plan.IsContainer || Has(plan, "input") || !Has(plan, "graphics") || IsUsbDeclined(plan)) return;
        var isOther = plan.IsArmVirt || plan.IsRiscVirt || plan.IsPseries;
        if (isOther || (plan.IsX86 && !plan.IsParavirtual)) Input("tablet", "usb");
        if (isOther) Input("keyboard", "usb");
        if (!plan.IsS390 || !plan.Os.Supports(OsCapability.VirtioInput, plan.ExtraDrivers)) return;
        Input("tablet", "virtio");
        Input("keyboard", "virtio");

        void Input(string type, string bus)
        {
            var input = New(plan, "input");
            (input["@type"], input["@bus"]) = (type, bus);
        }
    }

    private static void AddConsole(GuestPlan plan)
    {
        if (IsNotWanted(plan, "console") || Has(plan, "serial")) return;
        var console = New(plan, "console");
        console["@type"] = "pty";
        if (plan.IsS390) console["target/@type"] = "sclp";
    }

    private static void AddUsbController(GuestPlan plan)
    {
        if (plan.Domain.All("devices/controller").Any(known => known["@type"] == "usb")) return;
        if (!plan.IsQemu && !plan.IsTest) return;
        if (plan.IsX86 && !(plan.IsQemu && plan.Os.Supports(OsCapability.Usb3)))
            UsbControllers.AddSecondGeneration(plan.Domain);
        else if (plan.IsQemu && (plan.IsX86 || plan.IsArmVirt || plan.IsRiscVirt || plan.IsPseries))
            UsbControllers.AddThirdGeneration(plan.Domain);
    }

    private static void AddAgentChannel(GuestPlan plan)
    {
        if (IsNotWanted(plan, "channel")) return;
        if (!plan.SupportsVirtio(plan.Os.Supports(OsCapability.VirtioSerial, plan.ExtraDrivers))) return;
        var channel = New(plan, "channel");
        channel["@type"] = "unix";
        channel["target/@type"] = "virtio";
        channel["target/@name"] = AgentChannel;
    }

    private static void AddRng(GuestPlan plan)
    {
        if (IsNotWanted(plan, "rng") || !IsUsualMachine(plan) || !plan.IsQemu) return;
        if (!plan.Os.Supports(OsCapability.VirtioRng, plan.ExtraDrivers)) return;
        var rng = New(plan, "rng");
        rng["backend/@model"] = "random";
        rng["backend"] = "/dev/urandom";
    }

    private static void AddBalloon(GuestPlan plan)
    {
        if (Has(plan, "memballoon") || !plan.IsQemu || !IsUsualMachine(plan)) return;
        if (!plan.Os.Supports(OsCapability.VirtioBalloon, plan.ExtraDrivers)) return;
        New(plan, "memballoon")["@model"] = "virtio";
    }

    // Whoever wants UEFI has a modern machine in mind, which has one.
    private static void AddTpm(GuestPlan plan)
    {
        if (IsNotWanted(plan, "tpm") || !plan.IsUefi || !plan.DomainCapabilities.HasTpmEmulator) return;
        New(plan, "tpm")["backend/@type"] = "emulator";
    }

    private static bool IsUsualMachine(GuestPlan plan) =>
        plan.IsX86 || plan.IsArmVirt || plan.IsRiscVirt || plan.IsS390 || plan.IsPseries;

    private static bool IsNotWanted(GuestPlan plan, string kind) => plan.Declined.Contains(kind) || Has(plan, kind);

    private static bool Has(GuestPlan plan, string kind) => plan.Domain.All("devices/" + kind).Count > 0;

    private static Draft New(GuestPlan plan, string kind) => plan.Domain.Add("devices/" + kind);
}
