namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>How many words an operand takes.</summary>
internal enum OperandCount
{
    /// <summary>One.</summary>
    One,

    /// <summary>One or none.</summary>
    Maybe,

    /// <summary>As many as there are.</summary>
    Many,
}

/// <summary>What a kickstart command takes beside its options.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Count">How many of them.</param>
internal sealed record OperandRule(string Name, OperandCount Count)
{
    /// <summary>The words it may be, where it may be only some.</summary>
    public string[] Choices { get; init; } = [];

    /// <summary>The versions that know it, among those that know its command.</summary>
    public VersionSet In { get; init; } = VersionSet.All;

    /// <summary>One word; one of a few where they are given.</summary>
    public static OperandRule One(string name, params string[] choices) =>
        new(name, OperandCount.One) { Choices = choices };

    /// <summary>One word or none.</summary>
    public static OperandRule MayBe(string name) => new(name, OperandCount.Maybe);

    /// <summary>As many words as there are.</summary>
    public static OperandRule Many(string name) => new(name, OperandCount.Many);

    /// <summary>The same, known to some versions only.</summary>
    public OperandRule For(VersionSet versions) => this with { In = versions };

    /// <summary>Checks a word.</summary>
    /// <exception cref="CommandRefusal">It may not be that.</exception>
    public void Check(string word)
    {
        if (Choices.Length > 0 && !Choices.Contains(word, StringComparer.Ordinal))
            throw new CommandRefusal($"{Name} is one of {string.Join(", ", Choices)}, not '{word}'");
    }
}
