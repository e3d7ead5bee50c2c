using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>What makes a SPICE display worth having: its agent, sound, and USB devices of who looks at it.</summary>
internal static class SpiceDevices
{
    // Four would leave devices of the host no port of USB 2: https://bugzilla.redhat.com/show_bug.cgi?id=1135488
    private const int Redirections = 2;

    /// <summary>Adds them where there is such a display.</summary>
    public static void Add(GuestPlan plan)
    {
        if (!plan.HasSpice) return;
        if (plan.IsX86 && (plan.IsQemu || plan.IsTest)) plan.Domain["features/vmport/@state"] ??= "off";
        // Even where nobody knows of a driver: https://bugzilla.redhat.com/show_bug.cgi?id=1660123
        if (!plan.Declined.Contains("channel")
            && !plan.Domain.All("devices/channel").Any(channel => channel["@type"] == "spicevmc"))
        {
            New(plan, "channel", channel => channel["@type"] = "spicevmc");
        }

        if (plan.IsHvm && IsWanted(plan, "sound")) New(plan, "sound", _ => { });
        if (!plan.IsX86 || !IsWanted(plan, "redirdev") || DefaultDevices.IsUsbDeclined(plan)) return;
        for (var count = 0; count < Redirections; count++)
            New(plan, "redirdev", device => (device["@bus"], device["@type"]) = ("usb", "spicevmc"));
    }

    private static bool IsWanted(GuestPlan plan, string kind) =>
        !plan.Declined.Contains(kind) && plan.Domain.All("devices/" + kind).Count == 0;

    private static void New(GuestPlan plan, string kind, Action<Draft> fill)
    {
        var device = plan.Domain.Add("devices/" + kind);
        fill(device);
        DeviceDefaults.Complete(plan, device);
    }
}
