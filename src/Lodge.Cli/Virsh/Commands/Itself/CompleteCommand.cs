namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh complete</c>: internal command for autocompletion.</summary>
internal static class CompleteCommand
{
    internal static Command Definition => new("complete", RunAsync)
    {
        Help = "internal command for autocompletion",
        Description = "internal use only",
        Options =
        [
            Option.Rest("string", "partial string to autocomplete") with { MayBeEmpty = true },
        ],
        IsOffline = true,
        IsHidden = true,
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var words = arguments.Rest.ToArray();
        if (words.Length == 0)
        {
            throw new CommandFailure();
        }

        await shell.EnsureConnectedAsync();
        var matches = await LineCompletion.CompleteAsync(shell, string.Join(' ', words));
        if (matches.Length == 0)
        {
            throw new CommandFailure();
        }

        shell.Print(string.Concat(matches.Select(static match => match + "\n")));
    }
}
