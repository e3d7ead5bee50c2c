using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>A filter with everything it includes, as one list of rules.</summary>
internal sealed class FilterTree
{
    /// <summary>Includes can double at each level; no honest filter comes near this.</summary>
    private const int MostRules = 10_000;
    private const int MostFilters = 10_000;

    private readonly List<InstalledRule> _rules = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filters = new(StringComparer.Ordinal);
    private readonly Func<string, NetworkFilter?> _find;
    private int _visits;

    private FilterTree(Func<string, NetworkFilter?> find) => _find = find;

    /// <summary>The rules, depth first.</summary>
    public IReadOnlyList<InstalledRule> Rules => _rules;

    /// <summary>The variables that have no value, as rules write them.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>The names of all filters in it.</summary>
    public IReadOnlySet<string> Filters => _filters;

    /// <summary>Gathers a filter's rules.</summary>
    /// <param name="filter">Its name.</param>
    /// <param name="variables">Values that go before those of the includes.</param>
    /// <param name="find">The filters there are.</param>
    /// <exception cref="VirException">A filter is missing, or the tree has no end.</exception>
    public static FilterTree Expand(
        string filter, IReadOnlyDictionary<string, IReadOnlyList<string>> variables, Func<string, NetworkFilter?> find)
    {
        var tree = new FilterTree(find);
        tree.Add(filter, variables);
        return tree;
    }

    private void Add(string name, IReadOnlyDictionary<string, IReadOnlyList<string>> variables)
    {
        var filter = _find(name) ?? throw FilterError.Internal($"referenced filter '{name}' is missing");
        _filters.Add(name);
        if (++_visits > MostFilters || _rules.Count > MostRules)
        {
            throw FilterError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"filter '{name}' includes more than {MostRules} rules or filters");
        }

        foreach (var entry in filter.Entries)
        {
            switch (entry)
            {
                case FilterRule rule:
                    _rules.Add(new InstalledRule(rule, filter.Chain, variables));
                    _missing.UnionWith(from variable in rule.Variables
                                       where !IsAvailable(variable, variables)
                                       select variable.ToString());
                    break;
                case FilterInclude include:
                    Add(include.Reference.Filter, Merge(include, variables));
                    break;
            }
        }
    }

    private static bool IsAvailable(
        VariableAccess variable, IReadOnlyDictionary<string, IReadOnlyList<string>> variables) =>
        variables.TryGetValue(variable.Name, out var values)
        && (!variable.IsElement || variable.Number < values.Count);

    private static Dictionary<string, IReadOnlyList<string>> Merge(
        FilterInclude include, IReadOnlyDictionary<string, IReadOnlyList<string>> outer)
    {
        var merged = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, values) in include.Reference.Parameters)
        {
            merged[name] = values;
        }

        foreach (var (name, values) in outer)
        {
            merged[name] = values;
        }

        return merged;
    }
}
