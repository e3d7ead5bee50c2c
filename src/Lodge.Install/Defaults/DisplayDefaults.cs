using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>Type and ports of displays.</summary>
internal static class DisplayDefaults
{
    private const string Automatic = "-1";

    /// <summary>Completes a display.</summary>
    public static void Complete(GuestPlan plan, Draft display)
    {
        display["@type"] ??= Type(plan);
        var type = display["@type"];
        if (type == "sdl")
        {
            display["@xauth"] ??= Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".Xauthority");
            display["@display"] ??= Environment.GetEnvironmentVariable("DISPLAY");
        }

        var listens = display.All("listen") is not [var first, ..] || first["@type"] is null or "address" or "network";
        if (listens && type is "vnc" or "spice") display["@port"] ??= Automatic;
        if (type != "spice") return;
        if (listens) display["@tlsPort"] ??= Automatic;
        if (display["@port"] == Automatic && display["@tlsPort"] == Automatic) display["@autoport"] ??= "yes";
        // On the same machine, packing pictures only costs time.
        if (!plan.Host.IsRemote) display["image/@compression"] ??= "off";
        if (display["gl/@enable"] == "yes")
        {
            display["gl/@rendernode"] ??= plan.Host.Devices.Select(device => device.RenderNode)
                .FirstOrDefault(node => node is not null);
        }
    }

    /// <summary>Whether guests can have SPICE; of old, hosts did not say and all of PC kind could.</summary>
    public static bool HasSpice(GuestPlan plan)
    {
        var capabilities = plan.DomainCapabilities;
        if (capabilities.KnowsGraphics) return capabilities.HasSpice;
        return (plan.IsQemu || plan.IsTest) && plan.Host.Capabilities.Architecture is "i686" or "x86_64";
    }

    private static string Type(GuestPlan plan) => plan.Host.Driver != "xen" && HasSpice(plan) ? "spice" : "vnc";
}
