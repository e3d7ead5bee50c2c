using Lodge.Install.Drafts;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary>
/// <c>--cpu</c>: the model of the guest's processors, features one by one, topology and memory nodes.
/// </summary>
internal sealed class CpuOption() : CompoundOption("--cpu", "cpu", CpuSubOptions.All)
{
    private const string Features = "cpu/feature";
    private static readonly string[] Policies = ["force", "require", "optional", "disable", "forbid"];

    /// <summary><c>+feature</c> forces one, <c>-feature</c> disables one; a policy may be given many times.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        var policies = new OrderedDictionary<string, List<string>>();
        foreach (var (name, value) in OptionPairs.Split(request.Text))
        {
            if (Policies.Contains(name) && value is not null) Of(name).Add(value);
        }

        foreach (var name in request.Given.Keys.ToArray())
        {
            if (name.Length < 2 || !string.IsNullOrEmpty(request.Given[name]) || name[0] is not ('+' or '-')) continue;
            Of(name[0] == '+' ? "force" : "disable").Add(name[1..]);
            request.Given.Remove(name);
        }

        foreach (var (policy, names) in policies) request.Given[policy] = string.Join(' ', names);
        return true;

        List<string> Of(string policy)
        {
            if (!policies.TryGetValue(policy, out var names)) policies[policy] = names = [];
            return names;
        }
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name == "secure")
        {
            request.Plan.IsProcessorGuarded = value == "yes";
            return true;
        }

        if (option.Name == "model")
        {
            ProcessorModel.Set(request.Plan, value);
            return true;
        }

        if (!Policies.Contains(option.Name) || value is null) return false;
        foreach (var name in value.Split(' ')) SetFeature(request.Element, name, option.Name);
        return true;
    }

    private static void SetFeature(Draft domain, string name, string policy)
    {
        var feature = domain.All(Features).FirstOrDefault(known => known["@name"] == name);
        if (feature is null)
        {
            feature = domain.Add(Features);
            feature["@name"] = name;
        }

        feature["@policy"] = policy;
    }
}
