using System.Text;
using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Help;

/// <summary>The texts of <c>virsh help</c>.</summary>
internal static class HelpText
{
    /// <summary>Everything, by group.</summary>
    internal static string All()
    {
        var text = new StringBuilder("Grouped commands:\n\n");
        foreach (var group in CommandTable.Groups)
        {
            text.Append(Of(group)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The commands of a group.</summary>
    internal static string Of(CommandGroup group) =>
        $" {group.Name} (help keyword '{group.Keyword}'):\n{Listing(group)}";

    /// <summary>A line for each command of a group.</summary>
    internal static string Listing(CommandGroup group) =>
        string.Concat(group.Visible.Select(static command => $"    {command.Name,-30} {command.Help}\n"));

    /// <summary>All about a command.</summary>
    internal static string Of(Command command)
    {
        var text = new StringBuilder($"  NAME\n    {command.Name} - {command.Help}\n");
        text.Append($"\n  SYNOPSIS\n    {command.Name}");
        var valuesNeedNoName = false;
        foreach (var option in Shown(command))
        {
            text.Append(' ').Append(Synopsis(option, valuesNeedNoName));
            valuesNeedNoName |= option.Kind != OptionKind.Rest && option.IsPositional;
        }

        text.Append('\n');
        if (command.Description.Length > 0)
        {
            text.Append($"\n  DESCRIPTION\n    {command.Description}\n");
        }

        if (command.Options.Length > 0)
        {
            text.Append("\n  OPTIONS\n");
            foreach (var option in Shown(command))
            {
                text.Append($"    {Signature(option, valuesNeedNoName),-15}  {option.Help}\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<Option> Shown(Command command) =>
        command.Options.Where(static option => option.Kind != OptionKind.Alias);

    private static string Synopsis(Option option, bool valuesNeedNoName) => option switch
    {
        { Kind: OptionKind.Flag } => $"[--{option.Name}]",
        { Kind: OptionKind.Number, Required: false } => $"[--{option.Name} <number>]",
        { Kind: OptionKind.Text } => $"[--{option.Name} <string>]",
        { Kind: OptionKind.Rest, Required: true } when valuesNeedNoName => $"{{[--{option.Name}] <string>}}...",
        { Kind: OptionKind.Rest } when valuesNeedNoName => $"[[--{option.Name}] <string>]...",
        { Kind: OptionKind.Rest, Required: true } => $"<{option.Name}>...",
        { Kind: OptionKind.Rest } => $"[<{option.Name}>]...",
        _ => $"<{option.Name}>",
    };

    private static string Signature(Option option, bool valuesNeedNoName) => option switch
    {
        { Kind: OptionKind.Flag } => $"--{option.Name}",
        { Kind: OptionKind.Number, Required: true } => $"[--{option.Name}] <number>",
        { Kind: OptionKind.Number } => $"--{option.Name} <number>",
        { Kind: OptionKind.Text } => $"--{option.Name} <string>",
        { Kind: OptionKind.Rest } when !valuesNeedNoName => $"<{option.Name}>",
        _ => $"[--{option.Name}] <string>",
    };
}
