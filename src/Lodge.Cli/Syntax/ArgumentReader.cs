namespace Lodge.Cli.Syntax;

/// <summary>Reads the words of a command line as Python's argparse does, on which the stock programs stand.</summary>
/// <remarks>
/// A long name may be cut short where that is unique, a value may follow <c>=</c> or the short name at once, and
/// switches of one letter may stand together.
/// </remarks>
internal sealed class ArgumentReader(ProgramSyntax syntax)
{
    private readonly ParsedArguments _parsed = new();
    private readonly List<string> _unknown = [];
    private readonly Dictionary<string, Argument> _exclusive = [];

    /// <summary>Reads all words.</summary>
    /// <exception cref="UsageException">They cannot be read.</exception>
    public ParsedArguments Read(ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length;)
        {
            var word = words[index++];
            if (word == "--")
            {
                foreach (var rest in words[index..]) TakeOperand(rest);
                break;
            }

            if (!IsOption(word)) TakeOperand(word);
            else TakeOption(word, words, ref index);
        }

        if (_unknown.Count == 0) return _parsed;
        var nearest = syntax.Nearest(_unknown[0].Split('=')[0]);
        var hint = nearest is null || !_unknown[0].StartsWith('-') ? "" : $"\nDid you mean {nearest}?";
        throw new UsageException($"unrecognized arguments: {string.Join(' ', _unknown)}{hint}");
    }

    private bool IsOption(string word) => word is ['-', _, ..]
        && (syntax.Find(word) is not null || syntax.Find(word.Split('=')[0]) is not null
            || (!double.TryParse(word, CultureInfo.InvariantCulture, out _) && !word.Contains(' ')));

    private void TakeOperand(string word)
    {
        if (syntax.Operand is null || _parsed.Operand is not null || _unknown.Count > 0) _unknown.Add(word);
        else _parsed.Operand = word;
    }

    private void TakeOption(string word, ReadOnlySpan<string> words, ref int index)
    {
        var (name, value) = Name(word);
        while (name is not null && syntax.Find(name) is { Kind: ArgumentKind.Switch } flag && value is not null)
        {
            // More letters behind a switch of one letter are switches, or one more option with its value.
            if (name.StartsWith("--", StringComparison.Ordinal) || value.Length == 0)
                throw Wrong(flag, $"ignored explicit argument '{value}'");
            Store(flag, flag.Constant ?? "");
            (name, value) = ("-" + value[0], value.Length > 1 ? value[1..] : null);
            if (syntax.Find(name) is null) throw Wrong(flag, $"ignored explicit argument '{name[1..]}{value}'");
        }

        if (name is null || syntax.Find(name) is not { } argument)
        {
            _unknown.Add(word);
            return;
        }

        if (argument.Kind == ArgumentKind.Switch)
        {
            Store(argument, argument.Constant ?? "");
            return;
        }

        if (value is null && index < words.Length && words[index] != "--" && !IsOption(words[index]))
            value = words[index++];
        if (value is null && argument.Kind == ArgumentKind.Value) throw Wrong(argument, "expected one argument");
        CheckNumber(argument, value);
        Store(argument, value ?? argument.Constant);
    }

    private (string? Name, string? Value) Name(string word)
    {
        if (syntax.Find(word) is not null) return (word, null);
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
        if (syntax.Find(name) is not null) return (name, value);
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return syntax.Find(word[..2]) is null ? (null, null) : (word[..2], word[2..]);

        var candidates = syntax.Beginning(name);
        if (candidates.Count < 2) return (candidates.FirstOrDefault(), value);
        throw new UsageException($"ambiguous option: {word} could match {string.Join(", ", candidates)}");
    }

    private void Store(Argument argument, string? value)
    {
        if (argument.Excludes is { } group)
        {
            if (_exclusive.TryGetValue(group, out var other) && other != argument)
                throw Wrong(argument, $"not allowed with argument {string.Join('/', other.Names)}");
            _exclusive[group] = argument;
        }

        _parsed.Add(argument.Key, value);
    }

    private static void CheckNumber(Argument argument, string? value)
    {
        if (value is null) return;
        switch (argument.Number)
        {
            case NumberKind.Whole when !long.TryParse(value, CultureInfo.InvariantCulture, out _):
                throw Wrong(argument, $"invalid int value: '{value}'");
            case NumberKind.Real when !double.TryParse(value, CultureInfo.InvariantCulture, out _):
                throw Wrong(argument, $"invalid float value: '{value}'");
        }
    }

    private static UsageException Wrong(Argument argument, string what) =>
        new($"argument {string.Join('/', argument.Names)}: {what}");
}
