namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-get-value</c>: Output a secret value.</summary>
internal static class SecretGetValueCommand
{
    internal static Command Definition => new("secret-get-value", RunAsync)
    {
        Help = "Output a secret value",
        Description = "Output a secret value to stdout.",
        Options =
        [
            Option.Data("secret", "secret UUID", Completers.Secrets),
            Option.Flag("plain", "get value without converting to base64"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var secret = await shell.SecretAsync(arguments);
        var value = await secret.GetValueAsync();
        if (arguments.Has("plain"))
        {
            shell.PrintRaw(value);
        }
        else
        {
            shell.Print(Convert.ToBase64String(value));
        }
    }
}
