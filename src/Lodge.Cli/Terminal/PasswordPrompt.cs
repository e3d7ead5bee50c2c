namespace Lodge.Cli.Terminal;

/// <summary>Reads a secret from a person without showing it.</summary>
internal static class PasswordPrompt
{
    /// <summary>Asks.</summary>
    /// <returns>What was typed; null when the input has ended.</returns>
    internal static string? Ask(Shell shell, string prompt)
    {
        shell.Print(prompt);
        shell.Flush();
        using var terminal = RawTerminal.Enter(keepOutput: true);
        using var input = StandardStreams.Input();
        var bytes = new List<byte>();
        int next;
        while ((next = input.ReadByte()) is >= 0 and not ('\n' or '\r'))
        {
            bytes.Add((byte)next);
        }

        shell.Print("\n");
        return next < 0 && bytes.Count == 0 ? null : System.Text.Encoding.UTF8.GetString([.. bytes]);
    }
}
