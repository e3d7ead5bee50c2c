namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>What an option of a kickstart command takes.</summary>
internal enum ValueKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A word, if one follows.</summary>
    Maybe,

    /// <summary>A word.</summary>
    Text,

    /// <summary>Words between commas.</summary>
    List,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary><c>on</c>, <c>yes</c>, <c>true</c>, <c>1</c>, or their contraries, in any case.</summary>
    Switch,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>One of a few words, in any case.</summary>
    AnyCase,
}

/// <summary>An option of a kickstart command.</summary>
/// <param name="Names">Its names, the first being the one that rules know it by.</param>
/// <param name="Kind">What it takes.</param>
internal sealed record OptionRule(string[] Names, ValueKind Kind)
{
    /// <summary>The words it takes, where it takes only some.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>Whether the command makes no sense without it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The versions that know it, among those that know its command.</summary>
    public VersionSet In { get; init; } = VersionSet.All;

    /// <summary>The versions that know it and do nothing about it.</summary>
    public VersionSet DeprecatedIn { get; init; }

    /// <summary>An option without a value.</summary>
    public static OptionRule Flag(params string[] names) => new(names, ValueKind.None);

    /// <summary>An option that may have a value.</summary>
    public static OptionRule MayHave(params string[] names) => new(names, ValueKind.Maybe);

    /// <summary>An option with a word.</summary>
    public static OptionRule Text(params string[] names) => new(names, ValueKind.Text);

    /// <summary>An option with words between commas.</summary>
    public static OptionRule List(params string[] names) => new(names, ValueKind.List);

    /// <summary>An option with a whole number.</summary>
    public static OptionRule Whole(params string[] names) => new(names, ValueKind.Whole);

    /// <summary>An option that is on or off.</summary>
    public static OptionRule Switch(params string[] names) => new(names, ValueKind.Switch);

    /// <summary>An option with one of a few words.</summary>
    public static OptionRule Choice(string name, params string[] choices) =>
        new([name], ValueKind.Choice) { Choices = choices };

    /// <summary>An option with one of a few words, in any case.</summary>
    public static OptionRule Any(string name, params string[] choices) =>
        new([name], ValueKind.AnyCase) { Choices = choices };

    /// <summary>The same, without which its command makes no sense.</summary>
    public OptionRule Needed() => this with { IsNeeded = true };

    /// <summary>The same, known to some versions only.</summary>
    public OptionRule For(VersionSet versions) => this with { In = versions };

    /// <summary>The same, without effect in some versions.</summary>
    public OptionRule Deprecated(VersionSet versions) => this with { DeprecatedIn = versions };

    /// <summary>Checks a value.</summary>
    /// <exception cref="CommandRefusal">The option does not take it.</exception>
    public void Check(string value)
    {
        var good = Kind switch
        {
            ValueKind.Whole => WholeNumber.IsOne(value),
            ValueKind.Switch => value.ToLowerInvariant() is "on" or "yes" or "true" or "1"
                or "off" or "no" or "false" or "0",
            ValueKind.Choice => Choices.Contains(value, StringComparer.Ordinal),
            ValueKind.AnyCase => Choices.Contains(value, StringComparer.OrdinalIgnoreCase),
            _ => true,
        };
        if (good) return;
        var takes = Kind switch
        {
            ValueKind.Whole => "a whole number",
            ValueKind.Switch => "on or off",
            _ => $"one of {string.Join(", ", Choices)}",
        };
        throw new CommandRefusal($"{Names[0]} takes {takes}, not '{value}'");
    }
}
