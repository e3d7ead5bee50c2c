namespace Lodge.Cli.Syntax;

/// <summary>The options of one command line, with their values.</summary>
internal sealed class ParsedArguments
{
    private readonly Dictionary<string, List<string?>> _values = new(StringComparer.Ordinal);

    /// <summary>The word that is no option's; null where there was none.</summary>
    public string? Operand { get; set; }

    /// <summary>The options that were given, in the order in which each came first.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The last value of an option; null where it was not given, or without a value.</summary>
    public string? this[string key] => _values.TryGetValue(key, out var values) ? values[^1] : null;

    /// <summary>Whether an option was given, with a value or without.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>All values of an option, in the order given; null for one without its value.</summary>
    public IReadOnlyList<string?> All(string key) => _values.GetValueOrDefault(key) ?? [];

    /// <summary>Notes an option.</summary>
    public void Add(string key, string? value)
    {
        if (!_values.TryGetValue(key, out var values)) _values[key] = values = [];
        values.Add(value);
    }

    /// <summary>Puts other values in place of an option's, or takes it away.</summary>
    public void Set(string key, params IEnumerable<string?> values)
    {
        _values.Remove(key);
        foreach (var value in values) Add(key, value);
    }
}
