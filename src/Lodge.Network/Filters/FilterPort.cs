using System.Net;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>A port with a filter on it.</summary>
internal sealed class FilterPort(FilterBinding binding)
{
    private const string IpVariable = "IP";
    private const string MacVariable = "MAC";
    private const string LearningVariable = "CTRL_IP_LEARNING";

    /// <summary>What was asked for.</summary>
    public FilterBinding Binding => binding;

    /// <summary>The addresses seen.</summary>
    public IReadOnlyList<LearnedAddress> Learned { get; set; } = [];

    /// <summary>What stands in the kernel.</summary>
    public PortTraces? Traces { get; set; }

    /// <summary>Who watches for addresses.</summary>
    public AddressLearner? Learner { get; set; }

    /// <summary>The names of the filters whose rules stand.</summary>
    public IReadOnlySet<string> Filters { get; set; } = new HashSet<string>();

    /// <summary>Makes the rules of the port.</summary>
    /// <exception cref="VirException">They cannot be had.</exception>
    public PortPlan Plan(Func<string, NetworkFilter?> find, KernelSupport kernel)
    {
        var variables = Variables(withAddresses: true);
        var tree = FilterTree.Expand(binding.Filter.Filter, variables, find);
        if (tree.Missing.Count == 0)
        {
            return new PortPlan(PortRuleset.Build(binding.PortDevice, tree, kernel), tree.Filters, ModeWhere(find));
        }

        var mode = tree.Missing is { Count: 1 } && tree.Missing.First() == IpVariable ? Mode() : LearningMode.None;
        return mode == LearningMode.None
            ? throw FilterError.Internal(
                "Cannot instantiate filter due to unresolvable variables or unavailable list elements: "
                + string.Join(", ", tree.Missing))
            : new PortPlan(LearningRules.Of(binding, mode), tree.Filters, mode);
    }

    /// <summary>Leases are watched on while the address is not a given one, so that the rules end with them.</summary>
    private LearningMode ModeWhere(Func<string, NetworkFilter?> find)
    {
        if (Learned.Count == 0 || Mode() != LearningMode.Dhcp)
        {
            return LearningMode.None;
        }

        return FilterTree.Expand(binding.Filter.Filter, Variables(withAddresses: false), find).Missing.Count == 0
            ? LearningMode.None
            : LearningMode.Dhcp;
    }

    private LearningMode Mode()
    {
        var word = binding.Filter.Parameters.TryGetValue(LearningVariable, out var given) ? given[0] : "any";
        return word.ToLowerInvariant() switch
        {
            "none" => LearningMode.None,
            "dhcp" => LearningMode.Dhcp,
            "any" => LearningMode.Any,
            _ => throw FilterError.Of(
                VirErrorNumber.VIR_ERR_PARSE_FAILED,
                $"filter '{binding.Filter.Filter}' learning value '{word}' invalid."),
        };
    }

    private Dictionary<string, IReadOnlyList<string>> Variables(bool withAddresses)
    {
        var variables = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in binding.Filter.Parameters)
        {
            variables[name] = values;
        }

        variables.TryAdd(MacVariable, [binding.Mac.ToString()]);
        if (withAddresses && Learned.Count > 0)
        {
            variables.TryAdd(IpVariable, [.. Learned.Select(learned => learned.Address.ToString())]);
        }

        return variables;
    }
}
