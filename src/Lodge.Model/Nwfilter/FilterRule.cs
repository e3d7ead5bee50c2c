using Lodge.Protocol.Errors;

namespace Lodge.Model.Nwfilter;

/// <summary>What is done with the packets that match (<c>&lt;rule&gt;</c>).</summary>
public sealed partial class FilterRule : FilterEntry
{
    /// <summary>Lowest and, negated, highest priority.</summary>
    public const int HighestPriority = 1000;

    /// <summary>The priority of a rule that says none.</summary>
    public const int DefaultPriority = HighestPriority / 2;

    private readonly Dictionary<RuleField, FieldValue> _fields = [];

    /// <summary>What is done.</summary>
    public required RuleAction Action { get; init; }

    /// <summary>Which way the packets go.</summary>
    public required RuleDirection Direction { get; init; }

    /// <summary>Rules with a lower one come first; -1000 to 1000.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>No look at connections (<c>statematch='false'</c>).</summary>
    public bool IgnoresState { get; init; }

    /// <summary>The kind of packets.</summary>
    public RuleProtocol Protocol { get; private set; }

    /// <summary>What the packets must be like.</summary>
    public IReadOnlyDictionary<RuleField, FieldValue> Fields => _fields;

    /// <summary>The states asked for.</summary>
    public ConnectionStates States => _fields.TryGetValue(RuleField.State, out var value)
        ? (ConnectionStates)value.Number
        : ConnectionStates.Unsaid;

    /// <summary>The variables it needs, each once.</summary>
    public IEnumerable<VariableAccess> Variables =>
        (from value in _fields.Values where value.Variable is not null select value.Variable).Distinct();

    /// <summary>The fields with values in place of variables.</summary>
    /// <param name="value">The value of a variable.</param>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR where a value does not fit its field.</exception>
    public IReadOnlyDictionary<RuleField, FieldValue> Resolve(Func<VariableAccess, string> value)
    {
        if (!_fields.Values.Any(field => field.Variable is not null))
        {
            return _fields;
        }

        var resolved = new Dictionary<RuleField, FieldValue>(_fields);
        foreach (var (field, kinds) in RuleSchema.Of(Protocol).Fields)
        {
            if (_fields.TryGetValue(field, out var unresolved) && unresolved.Variable is { } variable)
            {
                var text = value(variable);
                var read = text.StartsWith('$') ? null : FieldReading.Read(field, kinds, text);
                resolved[field] = (read ?? throw NetworkFilter.Refused(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    $"{RuleSchema.FieldNames[field]} has illegal value {text} of variable {variable}"))
                    with { IsNegated = unresolved.IsNegated };
            }
        }

        return resolved;
    }
}
