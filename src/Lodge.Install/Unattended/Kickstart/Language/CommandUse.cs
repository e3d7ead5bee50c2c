using System.Numerics;

namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>A command as it stands in a kickstart, its words told apart.</summary>
/// <param name="rule">Which command it is.</param>
/// <param name="name">The name it was called by.</param>
/// <param name="version">The version of the language.</param>
/// <param name="words">The words behind the name.</param>
/// <param name="earlier">The same command on a line before, where lines of it add up; else null.</param>
internal sealed class CommandUse(
    CommandRule rule, string name, KickstartVersion version, IReadOnlyList<string> words, CommandUse? earlier = null)
{
    // Only the last value of each option is carried on, so that many lines cost no more than one.
    private readonly Dictionary<string, string> _carried = earlier?.Carry() ?? [];
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _operands = new(StringComparer.Ordinal);

    /// <summary>Which command it is.</summary>
    public CommandRule Rule => rule;

    /// <summary>The name it was called by.</summary>
    public string Name => name;

    /// <summary>The version of the language.</summary>
    public KickstartVersion Version => version;

    /// <summary>The words behind the name.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Words that neither an option nor an operand takes.</summary>
    public List<string> More { get; } = [];

    /// <summary>Options on this line that have no effect any more.</summary>
    public List<string> Deprecated { get; } = [];

    /// <summary>Whether an option stands on this line.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The last value of an option, on this line or an earlier one that this one adds to.</summary>
    public string? Text(string option) =>
        _options.TryGetValue(option, out var values)
            ? values.LastOrDefault()
            : _carried.GetValueOrDefault(option);

    /// <summary>Every value of an option on this line.</summary>
    public IReadOnlyList<string> All(string option) => _options.GetValueOrDefault(option) ?? [];

    /// <summary>Whether an option has a value that is more than an empty word, an empty list or zero.</summary>
    public bool IsSet(string option)
    {
        if (Text(option) is not { } value) return false;
        return Array.Find(rule.Options, known => known.Names[0] == option)?.Kind switch
        {
            ValueKind.Whole => Number(option) != 0,
            ValueKind.List => value.Split(',').Any(part => !string.IsNullOrWhiteSpace(part)),
            _ => value.Length > 0,
        };
    }

    /// <summary>The value of an option that takes a number; null where it is not there.</summary>
    public BigInteger? Number(string option) => Text(option) is { } value ? WholeNumber.Parse(value) : null;

    /// <summary>The words of an operand.</summary>
    public IReadOnlyList<string> Operand(string operand) => _operands.GetValueOrDefault(operand) ?? [];

    /// <summary>The only word of an operand; empty where there is none.</summary>
    public string OneOperand(string operand) => Operand(operand) is [var word, ..] ? word : "";

    /// <summary>Takes an option; a value it does not have leaves it without.</summary>
    public void Add(OptionRule option, string? value)
    {
        if (!_options.TryGetValue(option.Names[0], out var values)) _options[option.Names[0]] = values = [];
        if (value is null) return;
        option.Check(value);
        values.Add(value);
    }

    /// <summary>Takes the words of an operand.</summary>
    public void Add(OperandRule operand, IEnumerable<string> taken)
    {
        var kept = taken.ToList();
        foreach (var word in kept) operand.Check(word);
        _operands[operand.Name] = kept;
    }

    /// <summary>Refuses the line.</summary>
    /// <exception cref="CommandRefusal">Always.</exception>
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Refuse(string why) => throw new CommandRefusal(why);

    /// <summary>Refuses the line where two of its options exclude each other.</summary>
    /// <exception cref="CommandRefusal">Both are there.</exception>
    public void NotBoth(string one, string other)
    {
        if (IsThere(one) && IsThere(other)) Refuse($"{one} and {other} cannot be used together");
    }

    private Dictionary<string, string> Carry()
    {
        var carried = new Dictionary<string, string>(_carried, StringComparer.Ordinal);
        foreach (var (option, values) in _options)
        {
            if (values.Count > 0) carried[option] = values[^1];
        }

        return carried;
    }

    private bool IsThere(string option) =>
        Array.Find(rule.Options, known => known.Names[0] == option)?.Kind == ValueKind.None
            ? Has(option)
            : IsSet(option);
}
