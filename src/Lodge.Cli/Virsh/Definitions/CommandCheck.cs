using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Definitions;

/// <summary>The rules that every definition keeps, so that a command line can be understood in one way only.</summary>
internal static class CommandCheck
{
    /// <summary>The first rule that a definition breaks, in stock's words, or null.</summary>
    internal static string? FirstFault(Command command)
    {
        if (command.Help.Length == 0)
        {
            return $"command '{command.Name}' lacks help";
        }

        var optionalSeen = false;
        for (var i = 0; i < command.Options.Length; i++)
        {
            var option = command.Options[i];
            if (Fault(command, i, optionalSeen) is { } fault)
            {
                var subject = $"parameter '{option.Name}' of command '{command.Name}'";
                return fault.Replace("$", subject, StringComparison.Ordinal);
            }

            optionalSeen |= option.Kind is OptionKind.Flag or OptionKind.Text
                || option is { Kind: OptionKind.Number, Required: false };
        }

        return null;
    }

    /// <summary>The options whose values nothing completes, parted by commas.</summary>
    internal static string WithoutValues(Command command) => string.Join(
        ", ",
        command.Options
            .Where(static option => option.Kind is OptionKind.Text or OptionKind.Data && option.Values is null)
            .Select(static option => option.Name));

    private static string? Fault(Command command, int index, bool optionalSeen)
    {
        var option = command.Options[index];
        return option.Kind switch
        {
            OptionKind.Flag when option.Values is not null => "bool $ has completer set",
            OptionKind.Flag or OptionKind.Text when option.Required => "$ misused VSH_OFLAG_REQ",
            OptionKind.Alias when !HasTarget(command, index) => "$ has missing alias option",
            OptionKind.Rest when index < command.Options.Length - 1 => "$ must be listed last",
            OptionKind.Data when !option.Required => "$ must use VSH_OFLAG_REQ flag",
            OptionKind.Data when optionalSeen => "$ must be listed before optional parameters",
            OptionKind.Number when option.Required && optionalSeen => "$ must be listed before optional parameters",
            _ => null,
        };
    }

    private static bool HasTarget(Command command, int index)
    {
        var target = command.Options[index].Help.Split('=')[0];
        return command.Options.Skip(index + 1)
            .Any(option => option.Name == target && option.Kind != OptionKind.Alias);
    }
}
