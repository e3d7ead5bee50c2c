using System.Security.Cryptography;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Address, network and model of network cards.</summary>
internal static class CardDefaults
{
    private static readonly string[] s_models = ["e1000", "rtl8139", "ne2k_pci", "pcnet"];

    /// <summary>Completes a card.</summary>
    public static void Complete(GuestPlan plan, Draft card)
    {
        card["@type"] ??= "bridge";
        card["mac/@address"] ??= FreeAddress(plan);
        if (card["@type"] == "bridge" && plan.Host.DefaultNetwork is ("bridge", { } bridge))
            card["source/@bridge"] ??= bridge;
        card["model/@type"] ??= Model(plan);
    }

    /// <summary>Whether a guest that is there already has a card with an address.</summary>
    public static bool IsTaken(GuestPlan plan, string address) => plan.Host.Guests
        .SelectMany(guest => guest.All("devices/interface"))
        .Any(card => string.Equals(card["mac/@address"], address, StringComparison.OrdinalIgnoreCase));

    /// <summary>A random address that no guest has: 52:54:00 is QEMU's own prefix, 00:16:3e that of Xen.</summary>
    public static string FreeAddress(GuestPlan plan)
    {
        Span<byte> random = stackalloc byte[3];
        string address;
        do
        {
            RandomNumberGenerator.Fill(random);
            address = $"{(plan.IsQemu ? "52:54:00" : "00:16:3e")}:{random[0]:x2}:{random[1]:x2}:{random[2]:x2}";
        }
        while (IsTaken(plan, address));
        return address;
    }

    private static string? Model(GuestPlan plan)
    {
        if (!plan.IsHvm) return null;
        if (plan.SupportsVirtio(plan.Os.Supports(OsCapability.VirtioNet, plan.ExtraDrivers))) return "virtio";
        if (plan.IsQ35) return "e1000e";
        if (!plan.IsX86) return null;
        return Array.Find(s_models, plan.Os.NetworkModels.Contains) ?? s_models[0];
    }
}
