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
}
