using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>
/// The values that a rule's variables take, one set after the other: variables of the same iterator step together,
/// those of different ones meet in every combination, each combination once.
/// </summary>
internal static class VariableCombinations
{
    private const int MostCombinations = 100_000;

    /// <summary>Each combination, as a look-up.</summary>
    /// <exception cref="VirException">Lists of one iterator differ in length, or there are too many
    /// combinations.</exception>
    public static IEnumerable<Func<VariableAccess, string>> Of(InstalledRule installed)
    {
        var variables = installed.Rule.Variables.ToList();
        var iterators = variables.Where(variable => !variable.IsElement).GroupBy(variable => variable.Number)
            .Select(group => (group.Key, Count: Length(group, installed.Variables))).ToList();
        var total = iterators.Aggregate(1L, (product, iterator) =>
            Math.Min(product * iterator.Count, MostCombinations + 1L));
        if (total > MostCombinations)
        {
            throw FilterError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                    $"a rule's variables have more than {MostCombinations} combinations");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0L; number < total; number++)
        {
            var positions = Positions(iterators, number);
            string Value(VariableAccess variable) =>
                installed.Variables[variable.Name][(int)(variable.IsElement ? variable.Number
                    : positions[variable.Number])];
            if (seen.Add(string.Join('\n', variables.Select(Value))))
            {
                yield return Value;
            }
        }
    }

    private static int Length(
        IEnumerable<VariableAccess> variables, IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var lengths = variables.Select(variable => values[variable.Name].Count).Distinct().ToList();
        return lengths.Count == 1
            ? lengths[0]
            : throw FilterError.Internal("Cardinality of list items must be the same for processing them in parallel");
    }

    private static Dictionary<uint, uint> Positions(List<(uint Key, int Count)> iterators, long number)
    {
        var positions = new Dictionary<uint, uint>();
        foreach (var (key, count) in iterators)
        {
            positions[key] = (uint)(number % count);
            number /= count;
        }

        return positions;
    }
}
