using Lodge.Install.Drafts;

namespace Lodge.Install.Options.Domains;

/// <summary>What a model of <c>--cpu</c> means for the whole of the guest's <c>&lt;cpu&gt;</c>.</summary>
internal static class ProcessorModel
{
    private const string Features = "cpu/feature";

    /// <summary>Sets a model, or what a special word stands for.</summary>
    public static void Set(GuestPlan plan, string? model)
    {
        switch (model)
        {
            case "default":
                Set(plan, plan.DomainCapabilities.BestProcessorMode);
                return;
            case "host" or "host-model" or "host-passthrough":
                Follow(plan.Domain, model == "host" ? "host-model" : model);
                break;
            case "none" or "clear" or "hv-default":
                Clear(plan.Domain);
                break;
            case "host-copy" or "host-model-only":
                if (model == "host-copy")
                    plan.Warnings.Add("CPU mode=host-copy no longer supported, using mode=host-model-only");
                if (plan.Host.Capabilities.ProcessorModel is not { } known) break;
                Clear(plan.Domain);
                Name(plan, known);
                break;
            default:
                Name(plan, model);
                return;
        }

        plan.IsProcessorDecided = true;
    }

    private static void Follow(Draft domain, string mode)
    {
        string[] paths = ["cpu/model", "cpu/vendor", "cpu/model/@fallback", "cpu/@migratable", "cpu/@check"];
        foreach (var path in paths) domain[path] = null;
        foreach (var feature in domain.All(Features).ToArray()) domain.Remove(Features, feature);
        domain["cpu/@mode"] = mode;
    }

    private static void Clear(Draft domain)
    {
        foreach (var path in domain.Values.Select(value => value.Key).Where(IsOfCpu).ToArray()) domain[path] = null;
        foreach (var list in domain.Shape.Lists.Keys.Where(IsOfCpu))
        {
            foreach (var part in domain.All(list).ToArray()) domain.Remove(list, part);
        }
    }

    private static bool IsOfCpu(string path) => path.StartsWith("cpu/", StringComparison.Ordinal);

    private static void Name(GuestPlan plan, string? model)
    {
        var domain = plan.Domain;
        domain["cpu/@migratable"] = null;
        if (model is not null)
        {
            domain["cpu/@mode"] = "custom";
            domain["cpu/@match"] ??= "exact";
            foreach (var name in plan.Host.ProtectingFeatures(plan.DomainCapabilities))
                Protect(domain, name, plan.IsProcessorGuarded);
        }

        domain["cpu/model"] = model;
    }

    private static void Protect(Draft domain, string name, bool guarded)
    {
        var known = domain.All(Features).FirstOrDefault(feature => feature["@name"] == name);
        if (guarded && known is null)
        {
            var added = domain.Add(Features);
            (added["@name"], added["@policy"]) = (name, "require");
        }
        else if (!guarded && known?["@policy"] == "require")
        {
            domain.Remove(Features, known);
        }
    }
}
