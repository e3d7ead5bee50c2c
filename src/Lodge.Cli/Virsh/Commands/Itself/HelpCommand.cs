using Lodge.Cli.Virsh.Help;

namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh help</c>: print help.</summary>
internal static class HelpCommand
{
    internal static Command Definition => new("help", RunAsync)
    {
        Help = "print help",
        Description = "Prints global help, command specific help, or help for a\n    group of related commands",
        Options =
        [
            Option.Text("command",
                "Prints global help, command specific help, or help for a group of related commands",
                Completers.Commands),
        ],
        IsOffline = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        if (arguments.TextQuiet("command") is not { } name)
        {
            shell.Print(HelpText.All());
        }
        else if (CommandTable.Find(name) is { } command)
        {
            shell.Print(HelpText.Of(command));
        }
        else if (CommandTable.FindGroup(name) is { } group)
        {
            shell.Print(HelpText.Of(group));
        }
        else
        {
            throw new CommandFailure($"command or command group '{name}' doesn't exist");
        }
        return Task.CompletedTask;
    }
}
