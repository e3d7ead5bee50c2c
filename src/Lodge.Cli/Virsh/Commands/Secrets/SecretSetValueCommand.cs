using System.Text;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-set-value</c>: set a secret value.</summary>
internal static class SecretSetValueCommand
{
    internal static Command Definition => new("secret-set-value", RunAsync)
    {
        Help = "set a secret value",
        Description = "Set a secret value.",
        Options =
        [
            Option.Data("secret", "secret UUID", Completers.Secrets),
            Option.Text("file", "read secret from file", Completers.Files) with { NameNeeded = true },
            Option.Flag("plain", "read the secret from file without converting from base64"),
            Option.Flag("interactive", "read the secret from the terminal"),
            Option.Text("base64", "base64-encoded secret value"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int MostBytes = 1024;
        arguments.Exclusive("file", "base64");
        arguments.Exclusive("plain", "base64");
        arguments.Exclusive("interactive", "base64");
        arguments.Exclusive("interactive", "plain");
        arguments.Exclusive("interactive", "file");
        var secret = await shell.SecretAsync(arguments);
        var plain = arguments.Has("plain");
        string text;
        if (arguments.Text("base64") is { } base64)
        {
            shell.Error("Passing secret value as command-line argument is insecure!");
            text = base64;
        }
        else if (arguments.Text("file") is { } file)
        {
            text = LocalFile.Read(file, MostBytes);
        }
        else if (arguments.Has("interactive"))
        {
            text = PasswordPrompt.Ask(shell, "Enter new value for secret:")
                ?? throw new CommandFailure("Failed to read secret");
            plain = true;
        }
        else
        {
            throw new CommandFailure("Input secret value is missing");
        }

        var value = plain ? Encoding.UTF8.GetBytes(text) : Decode(text);
        await secret.SetValueAsync(value).OrFail("Failed to set secret value");
        shell.PrintExtra("Secret value set\n");
    }

    // As stock: what is no letter of base64 is passed over, and so is what does not fill a byte.
    private static byte[] Decode(string text)
    {
        const int LettersInGroup = 4;
        var letters = text.Where(static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/').ToList();
        if (letters.Count % LettersInGroup == 1)
        {
            letters.RemoveAt(letters.Count - 1);
        }

        var padding = (LettersInGroup - (letters.Count % LettersInGroup)) % LettersInGroup;
        return Convert.FromBase64String(new string([.. letters]) + new string('=', padding));
    }
}
