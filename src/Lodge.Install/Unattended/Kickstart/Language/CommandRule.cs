namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>A command of the kickstart language, or the head of a section, over all of its versions.</summary>
/// <remarks>
/// Source: the kickstart reference of Fedora and the installation guides of RHEL; where they say nothing, what
/// <c>ksvalidator</c> takes and refuses.
/// </remarks>
internal sealed record CommandRule
{
    /// <summary>A command under its names.</summary>
    public CommandRule(params string[] names) => Names = names;

    /// <summary>Its names: one command stands behind all of them.</summary>
    public string[] Names { get; }

    /// <summary>The versions that know the name at all.</summary>
    public VersionSet In { get; init; } = VersionSet.All;

    /// <summary>The versions that take it and do nothing about it, whatever stands behind it.</summary>
    public VersionSet Deprecated { get; init; }

    /// <summary>The versions that know it and stop at it.</summary>
    public VersionSet Removed { get; init; }

    /// <summary>Commands that exclude it, where they stand before it.</summary>
    public string[] Unless { get; init; } = [];

    /// <summary>The versions in which they do.</summary>
    public VersionSet UnlessIn { get; init; } = VersionSet.All;

    /// <summary>What it takes.</summary>
    public OptionRule[] Options { get; init; } = [];

    /// <summary>What it takes beside options.</summary>
    public OperandRule[] Operands { get; init; } = [];

    /// <summary>Whether what stands behind it is another program's matter.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether its own rule sees to words that neither options nor operands take.</summary>
    public bool TakesMore { get; init; }

    /// <summary>Whether a later line of it adds to an earlier one, rather than being about another thing.</summary>
    public bool AddsUp { get; init; }

    /// <summary>What makes two lines of it be about the same thing; null where that is no matter.</summary>
    public Func<CommandUse, string?>? Same { get; init; }

    /// <summary>What holds between its options; it throws <see cref="CommandRefusal"/>.</summary>
    public Action<CommandUse>? Rule { get; init; }
}
