using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>What else a guest as a whole gets of itself.</summary>
internal static class DomainDefaults
{
    /// <summary>Completes labels, sleep, a container's first program and what guards a guest from its host.</summary>
    /// <exception cref="FormatException">The machine cannot be guarded so.</exception>
    public static void Complete(GuestPlan plan)
    {
        foreach (var label in plan.Domain.All("seclabel")) CompleteLabel(plan, label);
        if (plan.IsX86 && (plan.IsQemu || plan.IsTest))
        {
            // A guest that could sleep would, when it is told to shut down.
            plan.Domain["pm/suspend-to-mem/@enabled"] ??= "no";
            plan.Domain["pm/suspend-to-disk/@enabled"] ??= "no";
        }

        if (plan.IsContainer) plan.Domain["os/init"] ??= plan.IsWholeSystemContainer ? "/sbin/init" : "/bin/sh";
        if (plan.Domain["launchSecurity/@type"] != "sev") return;
        if (!plan.IsQ35 || !plan.IsUefi)
            throw new FormatException("SEV launch security requires a Q35 UEFI machine");
        plan.Domain["launchSecurity/policy"] ??= plan.DomainCapabilities.HasEncryptedState ? "0x07" : "0x03";
    }

    private static void CompleteLabel(GuestPlan plan, Drafts.Draft label)
    {
        if (label["@type"] is null && label["@model"] is null) return;
        label["@type"] ??= "dynamic";
        if (label["@model"] is not null) return;
        var models = plan.Host.Capabilities.SecurityModels;
        label["@model"] = (models.Contains("testSecurity"), label["label"]?.Split(':').Length) switch
        {
            (true, _) => "testSecurity",
            (_, null) => models.Count > 0 ? models[0] : null,
            (_, >= 3) => "selinux",
            (_, 2) => "dac",
            _ => null,
        };
    }
}
