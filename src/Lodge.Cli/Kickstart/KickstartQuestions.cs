using System.Text;
using Lodge.Install.Unattended;

namespace Lodge.Cli.Kickstart;

/// <summary>Asks a person at a terminal for what options left open.</summary>
internal static class KickstartQuestions
{
    /// <summary>The name under which the hash of a password that was typed is kept.</summary>
    public static string Typed(string option) => option + " (typed)";

    /// <summary>Asks.</summary>
    public static void Complete(ParsedArguments parsed, TextWriter output)
    {
        Ask(parsed, output, "--version", "Version (RHEL9, CentOS10, F41): ", null);
        Ask(parsed, output, "--hostname", "Name of the machine [by the network]: ", "");
        if (!parsed.Has("--root-password-file"))
        {
            var root = Password(output, "Password of root [none: root is locked out]: ");
            if (root.Length > 0) parsed.Add(Typed("--root-password-file"), Sha512Crypt.Hash(root));
            else if (!parsed.Has("--user")) Ask(parsed, output, "--user", "Name of a user: ", "");
        }

        if (!parsed.Has("--user") || parsed.Has("--user-password-file") || parsed.Has("--user-ssh-key")) return;
        var user = Password(output, $"Password of {parsed["--user"]}: ");
        if (user.Length > 0) parsed.Add(Typed("--user-password-file"), Sha512Crypt.Hash(user));
    }

    private static void Ask(ParsedArguments parsed, TextWriter output, string option, string question, string? usual)
    {
        while (!parsed.Has(option))
        {
            output.Write(question);
            output.Flush();
            var answer = Console.In.ReadLine() ?? throw new UsageException($"{option} is missing");
            if (answer.Trim() is { Length: > 0 } given) parsed.Add(option, given);
            else if (usual is not null) return;
        }
    }

    private static string Password(TextWriter output, string question)
    {
        while (true)
        {
            var first = Type(output, question);
            if (first.Length == 0 || first == Type(output, "Once more: ")) return first;
            output.WriteLine("They are not the same.");
        }
    }

    private static string Type(TextWriter output, string question)
    {
        output.Write(question);
        output.Flush();
        var bytes = new List<byte>();
        using (RawTerminal.Enter(keepOutput: true))
        {
            using var input = StandardStreams.Input();
            int next;
            while ((next = input.ReadByte()) is >= 0 and not ('\n' or '\r'))
            {
                if (next == 3) throw new UsageException("given up");
                if (next is 8 or 127) bytes.RemoveRange(Math.Max(0, bytes.Count - 1), Math.Min(1, bytes.Count));
                else bytes.Add((byte)next);
            }
        }

        output.WriteLine();
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
