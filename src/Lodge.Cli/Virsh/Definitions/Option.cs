namespace Lodge.Cli.Virsh.Definitions;

/// <summary>One option of a command.</summary>
/// <param name="Name">The name without dashes.</param>
/// <param name="Kind">How it takes its value.</param>
/// <param name="Help">The line of <c>virsh help COMMAND</c>; of an alias, the option it stands for.</param>
internal sealed record Option(string Name, OptionKind Kind, string Help)
{
    private const string DomainHelp = "domain name, id or uuid";

    /// <summary>The command cannot run without it.</summary>
    internal bool Required { get; init; }

    /// <summary>An empty value means something.</summary>
    internal bool MayBeEmpty { get; init; }

    /// <summary>A bare value never fills it: it must be given by name.</summary>
    internal bool NameNeeded { get; init; }

    /// <summary>What the value can be, for completion.</summary>
    internal Completer? Values { get; init; }

    /// <summary>A value may fill it without its name.</summary>
    internal bool IsPositional => Kind is not (OptionKind.Flag or OptionKind.Alias) && !NameNeeded;

    internal static Option Flag(string name, string help) => new(name, OptionKind.Flag, help);

    internal static Option Text(string name, string help, Completer? values = null) =>
        new(name, OptionKind.Text, help) { Values = values };

    internal static Option Number(string name, string help, Completer? values = null) =>
        new(name, OptionKind.Number, help) { Values = values };

    internal static Option Data(string name, string help, Completer? values = null) =>
        new(name, OptionKind.Data, help) { Values = values, Required = true };

    internal static Option Rest(string name, string help, Completer? values = null) =>
        new(name, OptionKind.Rest, help) { Values = values };

    internal static Option Alias(string name, string target) => new(name, OptionKind.Alias, target);

    internal static Option Domain(Completer values) => Data("domain", DomainHelp, values);

    internal static Option File(string help) => Data("file", help, Completers.Files);
}
