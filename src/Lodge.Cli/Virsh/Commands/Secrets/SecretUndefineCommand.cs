namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-undefine</c>: undefine a secret.</summary>
internal static class SecretUndefineCommand
{
    internal static Command Definition => new("secret-undefine", RunAsync)
    {
        Help = "undefine a secret",
        Description = "Undefine a secret.",
        Options =
        [
            Option.Data("secret", "secret UUID", Completers.Secrets),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var secret = await shell.SecretAsync(arguments);
        var name = arguments.Needed("secret");
        await secret.UndefineAsync().OrFail($"Failed to delete secret {name}");
        shell.PrintExtra($"Secret {name} deleted\n");
    }
}
