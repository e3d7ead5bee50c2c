namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Which options of a command were given, and which one the next bare value fills.</summary>
internal sealed class OptionTally(Command command)
{
    private static readonly Option HelpOption = Option.Flag("help", "print help for this function");

    private readonly HashSet<Option> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Option> _open = [.. command.Options.Where(static option => option.IsPositional)];

    /// <summary>Finds an option by the name given; an alias may bring its own value.</summary>
    /// <exception cref="CommandFailure">The command has no such option, or has it already.</exception>
    internal Option Named(string name, ref string? value)
    {
        if (name == HelpOption.Name)
        {
            return HelpOption;
        }

        foreach (var option in command.Options)
        {
            if (option.Name != name)
            {
                continue;
            }

            if (option.Kind == OptionKind.Alias)
            {
                name = Follow(option, ref value);
                continue;
            }

            if (!_seen.Add(option) && option.Kind != OptionKind.Rest)
            {
                throw new CommandFailure($"option --{name} already seen");
            }

            return option;
        }

        throw new CommandFailure($"command '{command.Name}' doesn't support option --{name}");
    }

    /// <summary>The option was given a value by name: no bare value fills it any more.</summary>
    internal void Fill(Option option)
    {
        if (option.Kind != OptionKind.Rest)
        {
            _open.Remove(option);
        }
    }

    /// <summary>The option that a bare value fills, or null when every place is taken.</summary>
    internal Option? NextPositional()
    {
        if (_open.Count == 0)
        {
            return null;
        }

        var option = _open[0];
        Fill(option);
        _seen.Add(option);
        return option;
    }

    /// <summary>The lines about required options that are missing.</summary>
    internal IEnumerable<string> Missing() =>
        from option in command.Options
        where option.Required && !_seen.Contains(option)
        let name = option.Kind is OptionKind.Data or OptionKind.Rest ? $"<{option.Name}>" : $"--{option.Name}"
        select $"command '{command.Name}' requires {name} option";

    private static string Follow(Option alias, ref string? value)
    {
        var equals = alias.Help.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return alias.Help;
        }

        if (value is not null)
        {
            throw new CommandFailure($"invalid '=' after option --{alias.Name}");
        }

        value = alias.Help[(equals + 1)..];
        return alias.Help[..equals];
    }
}
