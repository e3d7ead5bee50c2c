namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh self-test</c>: internal command for testing virt shells.</summary>
internal static class SelfTestCommand
{
    internal static Command Definition => new("self-test", RunAsync)
    {
        Help = "internal command for testing virt shells",
        Description = "internal use only",
        Options =
        [
            Option.Flag("completers-missing", "output the list of options which are missing completers"),
        ],
        IsOffline = true,
        IsHidden = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        foreach (var command in CommandTable.Groups.SelectMany(static group => group.Entries).Select(static e =>
            e.Load()))
        {
            if (CommandCheck.FirstFault(command) is { } fault)
            {
                throw new CommandFailure(fault);
            }

            if (arguments.Has("completers-missing") && CommandCheck.WithoutValues(command) is { Length: > 0 } names)
            {
                shell.PrintExtra($"{command.Name}: {names}\n");
            }
        }
        return Task.CompletedTask;
    }
}
