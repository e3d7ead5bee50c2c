namespace Lodge.Cli.Virsh.Parsing;

/// <summary>What a command was given; each value is checked where it is asked for, in stock's words.</summary>
internal sealed partial class Arguments(ParsedCommand command)
{
    /// <summary>The command's name.</summary>
    internal string CommandName => command.Command!.Name;

    /// <summary>The values of the option that takes all that are left.</summary>
    internal IEnumerable<string> Rest =>
        command.Options.Where(static given => given.Definition.Kind == Definitions.OptionKind.Rest)
            .Select(static given => given.Value!);

    /// <summary>The value that a person is completing, as far as it is typed.</summary>
    internal string BeingTyped => command.Options.Find(static given => given.AtCursor)?.Value ?? "";

    /// <summary>The option was given.</summary>
    internal bool Has(string name) => Find(name) is not null;

    /// <summary>The value given, or null; an empty one is refused unless the option allows it.</summary>
    internal string? Text(string name)
    {
        var given = Find(name);
        return given is { Value: "", Definition.MayBeEmpty: false }
            ? throw new CommandFailure($"Failed to get option '{name}': Option argument is empty")
            : given?.Value;
    }

    /// <summary>The value of an option that is always there.</summary>
    internal string Needed(string name) => Text(name)!;

    /// <summary>The value given, or null when it is absent or empty.</summary>
    internal string? TextQuiet(string name) => Find(name)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>A flag of the call where its option was given, else none.</summary>
    internal T Flag<T>(string name, T value)
        where T : struct, Enum => Has(name) ? value : default;

    /// <summary>Refuses two options that contradict each other.</summary>
    internal void Exclusive(string first, string second) => Exclusive(first, Has(first), second, Has(second));

    /// <inheritdoc cref="Exclusive(string, string)"/>
    internal static void Exclusive(string first, bool isFirst, string second, bool isSecond)
    {
        if (isFirst && isSecond)
        {
            throw new CommandFailure($"Options --{first} and --{second} are mutually exclusive");
        }
    }

    /// <summary>Wants exactly one of two options.</summary>
    internal void Alternative(string first, string second)
    {
        Exclusive(first, second);
        if (!Has(first) && !Has(second))
        {
            throw new CommandFailure($"Either --{first} or --{second} must be provided");
        }
    }

    /// <summary>Refuses an option that makes no sense without another one.</summary>
    internal void Requires(string option, string other)
    {
        if (Has(option) && !Has(other))
        {
            throw new CommandFailure($"Option --{other} is required by option --{option}");
        }
    }

    /// <summary>
    /// Which of a domain's definitions to touch, from <c>--config</c>, <c>--live</c> and <c>--current</c>,
    /// which exclude each other where they must.
    /// </summary>
    internal VirDomainModificationImpact Impact()
    {
        Exclusive("current", "live");
        Exclusive("current", "config");
        return Flag("config", VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG)
            | Flag("live", VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE);
    }

    private GivenOption? Find(string name) => command.Options.Find(given => given.Definition.Name == name);
}
