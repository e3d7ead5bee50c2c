using System.Buffers;
using Lodge.Install.Unattended.Kickstart.Language;

namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>
/// Tells the words behind a command apart, as the parser of the installer does: options by their names or by any
/// beginning that only one of them has, values behind <c>=</c> or in the next word, operands wherever they stand.
/// </summary>
/// <remarks>Source: Python's argparse, in its documentation.</remarks>
internal sealed class ArgumentReader
{
    private static readonly SearchValues<char> s_number = SearchValues.Create("0123456789.");

    private readonly CommandUse _use;
    private readonly List<OptionRule> _options;
    private readonly Queue<OperandRule> _operands;
    private readonly List<Word> _words = [];

    private ArgumentReader(CommandUse use)
    {
        _use = use;
        _options = [.. use.Rule.Options.Where(option => option.In.Has(use.Version))];
        _operands = new Queue<OperandRule>(use.Rule.Operands.Where(operand => operand.In.Has(use.Version)));
    }

    /// <summary>Tells them apart.</summary>
    /// <exception cref="CommandRefusal">An option is unknown, or lacks its value, or is missing.</exception>
    public static void Read(CommandUse use) => new ArgumentReader(use).Read();

    private void Read()
    {
        var plain = false;
        foreach (var word in _use.Words)
        {
            if (!plain && word == "--")
            {
                plain = true;
                if (_operands.Count == 0) _use.More.Add(word);
                continue;
            }

            _words.Add(plain ? new Word(word) : Classify(word));
        }

        var at = 0;
        while (_words.FindIndex(at, word => word.IsOption) is >= 0 and var next)
        {
            if (at != next)
            {
                at = TakeOperands(at, next);
                for (; at < next; at++) _use.More.Add(_words[at].Text);
            }

            at = TakeOption(at);
        }

        at = TakeOperands(at, _words.Count);
        for (; at < _words.Count; at++) _use.More.Add(_words[at].Text);
        CheckMissing();
        if (_use.More.Count > 0 && !_use.Rule.TakesMore)
            CommandUse.Refuse($"{_use.Name} does not take {string.Join(" ", _use.More)}{Hint()}");
    }

    private string Hint() => _use.More.Contains("\n")
        ? " (a backslash at the end of a line does not continue it)"
        : "";

    private Word Classify(string word)
    {
        if (word.Length < 2 || word[0] != '-') return new Word(word);
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
        if (Find(word) is { } whole) return new Word(word, whole);
        if (Find(name) is { } exact) return new Word(word, exact, value);

        var begun = _options.SelectMany(option => option.Names, (option, full) => (option, full))
            .Where(known => word.StartsWith("--", StringComparison.Ordinal)
                && known.full.StartsWith(name, StringComparison.Ordinal))
            .ToList();
        if (begun.Count > 1)
        {
            CommandUse.Refuse(
                $"{name} could be any of {string.Join(", ", begun.Select(known => known.full))}");
        }

        if (begun is [var (only, _)]) return new Word(word, only, value);
        var isNumber = word.AsSpan(1).IndexOfAnyExcept(s_number) < 0 && char.IsAsciiDigit(word[^1])
            && word.AsSpan().Count('.') <= 1;
        return isNumber || word.Contains(' ', StringComparison.Ordinal)
            ? new Word(word)
            : new Word(word) { IsOption = true };
    }

    private OptionRule? Find(string name) => _options.Find(option => option.Names.Contains(name));

    private int TakeOption(int at)
    {
        var word = _words[at];
        if (word.Option is not { } option)
        {
            _use.More.Add(word.Text);
            return at + 1;
        }

        if (option.DeprecatedIn.Has(_use.Version)) _use.Deprecated.Add(option.Names[0]);
        if (option.Kind == ValueKind.None)
        {
            if (word.Value is not null) CommandUse.Refuse($"{option.Names[0]} takes no value");
            _use.Add(option, null);
            return at + 1;
        }

        if (word.Value is not null)
        {
            _use.Add(option, word.Value);
            return at + 1;
        }

        var hasNext = at + 1 < _words.Count && !_words[at + 1].IsOption;
        if (!hasNext && option.Kind != ValueKind.Maybe) CommandUse.Refuse($"{option.Names[0]} needs a value");
        _use.Add(option, hasNext ? _words[at + 1].Text : null);
        return at + (hasNext ? 2 : 1);
    }

    // As many operands as the words in a row allow; each takes all that the ones behind it do not need.
    private int TakeOperands(int from, int to)
    {
        var left = to - from;
        var count = 0;
        var needed = 0;
        foreach (var operand in _operands)
        {
            var more = operand.Count == OperandCount.One ? 1 : 0;
            if (needed + more > left) break;
            needed += more;
            count++;
        }

        for (; count > 0; count--)
        {
            var operand = _operands.Dequeue();
            if (operand.Count == OperandCount.One) needed--;
            var takes = operand.Count switch
            {
                OperandCount.One => 1,
                OperandCount.Maybe => Math.Min(1, left - needed),
                _ => left - needed,
            };
            _use.Add(operand, _words.Skip(from).Take(takes).Select(word => word.Text));
            (from, left) = (from + takes, left - takes);
        }

        return from;
    }

    private void CheckMissing()
    {
        var missing = _options.Where(option => option.IsNeeded && !_use.Has(option.Names[0]))
            .Select(option => option.Names[0])
            .Concat(_operands.Where(operand => operand.Count == OperandCount.One).Select(operand => operand.Name))
            .ToList();
        if (missing.Count > 0) CommandUse.Refuse($"{_use.Name} needs {string.Join(", ", missing)}");
    }

    private sealed record Word(string Text, OptionRule? Option = null, string? Value = null)
    {
        public bool IsOption { get; init; } = Option is not null;
    }
}
