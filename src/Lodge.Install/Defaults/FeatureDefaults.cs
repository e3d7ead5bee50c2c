using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>Parts of the machine that a guest gets of itself.</summary>
internal static class FeatureDefaults
{
    /// <summary>Completes the features.</summary>
    public static void Complete(GuestPlan plan)
    {
        var domain = plan.Domain;
        if (plan.IsContainer)
        {
            foreach (var name in new[] { "acpi", "apic", "pae" }) domain["features/" + name] = null;
            if (plan.IsWholeSystemContainer && domain["@type"] != "vz") domain["features/privnet"] = "";
            return;
        }

        if (!plan.IsHvm) return;
        var capabilities = plan.Capabilities;
        Set(plan, "acpi", capabilities.HasAcpi);
        Set(plan, "apic", capabilities.HasApic);
        Set(plan, "pae", capabilities.HasPae || (domain["@type"] == "xen" && plan.Architecture == "x86_64"));
        if (!plan.Os.IsWindows || !(plan.IsQemu || plan.IsTest)) return;
        domain["features/hyperv/relaxed/@state"] ??= "on";
        domain["features/hyperv/vapic/@state"] ??= "on";
        domain["features/hyperv/spinlocks/@state"] ??= "on";
        domain["features/hyperv/spinlocks/@retries"] ??= "8191";
    }

    private static void Set(GuestPlan plan, string name, bool isThere)
    {
        if (isThere && !plan.DecidedFeatures.Contains(name)) plan.Domain["features/" + name] ??= "";
    }
}
