using Lodge.Install.Facts;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Which machine a guest is, and what runs it.</summary>
internal static class Machines
{
    private const string Machine = "os/type/@machine";

    /// <summary>Fills in type, architecture and emulator from what the host can run.</summary>
    /// <exception cref="FormatException">The host runs no such guest.</exception>
    public static void SetCapabilities(GuestPlan plan)
    {
        var (domain, capabilities) = (plan.Domain, plan.Capabilities);
        var wantsAny = domain["@type"] is null && domain["os/type"] is null;
        domain["@type"] = capabilities.Type;
        domain["os/type"] = capabilities.OsType;
        domain["os/type/@arch"] = capabilities.Architecture;
        domain["os/loader"] ??= capabilities.Loader;
        if (!plan.IsParavirtual && domain["@type"] != "vz") domain["devices/emulator"] ??= capabilities.Emulator;
        domain[Machine] ??= Recommended(plan, capabilities);
        if (wantsAny && plan.IsQemu && plan.IsX86 && domain["@type"] != "kvm")
            plan.Warnings.Add($"KVM acceleration not available, using '{domain["@type"]}'");
    }

    /// <summary>Chooses a machine where none was asked for.</summary>
    public static void SetDefault(GuestPlan plan)
    {
        if (plan.Machine is not null) return;
        var machines = plan.Capabilities.Machines;
        var isQ35 = plan.IsX86 && plan.IsQemu && machines.Contains("q35")
            && plan.Os.Supports(OsCapability.ChipsetQ35);
        plan.Domain[Machine] = isQ35 ? "q35" : machines.Count > 0 ? machines[0] : null;
    }

    /// <summary>Takes the newest version of a machine in place of the one that a guest was made with.</summary>
    /// <exception cref="FormatException">No machine of the host is its successor.</exception>
    public static void Refresh(GuestPlan plan)
    {
        var old = plan.Machine ?? "";
        plan.Domain[Machine] = null;
        foreach (var alias in plan.Capabilities.MachineAliases)
        {
            var prefix = alias switch
            {
                "pc" => "pc-i440fx-",
                "q35" => "pc-q35-",
                _ => alias + "-",
            };
            if (!old.StartsWith(prefix, StringComparison.Ordinal)) continue;
            plan.Domain[Machine] = alias;
            return;
        }

        plan.Domain[Machine] = old;
        throw new FormatException($"Don't know how to refresh machine type '{old}'");
    }

    // Only where one machine is clearly better than the default.
    private static string? Recommended(GuestPlan plan, GuestCapabilities capabilities)
    {
        if (!plan.IsQemu && !plan.IsTest) return null;
        string[] wanted = capabilities.Architecture switch
        {
            "ppc64" or "ppc64le" => ["pseries"],
            "armv7l" or "aarch64" => ["virt", "vexpress-a15"],
            "s390x" => ["s390-ccw-virtio"],
            "riscv64" or "riscv32" => ["virt"],
            _ => [],
        };
        return Array.Find(wanted, capabilities.Machines.Contains);
    }
}
