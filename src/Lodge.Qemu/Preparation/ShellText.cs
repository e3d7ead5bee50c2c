using System.Text;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Preparation;

/// <summary>A command as a line that a shell would run.</summary>
public static class ShellText
{
    // What a shell takes as it is.
    private static readonly System.Buffers.SearchValues<char> Special =
        System.Buffers.SearchValues.Create("\r\t\n !\"#$&'()*;<>?[\\]^`{|}~");

    /// <summary>The environment, the program and its arguments, each quoted where it must be.</summary>
    public static string Of(QemuCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var text = new StringBuilder();
        foreach (var (name, value) in command.Environment)
        {
            Append(text, name + "=" + Quote(value));
        }

        Append(text, Quote(command.Emulator));
        foreach (var argument in command.Arguments)
        {
            Append(text, Quote(argument));
        }

        return text.ToString();
    }

    /// <summary>A word as a shell reads it back.</summary>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length == 0) return "''";
        return word.AsSpan().ContainsAny(Special)
            ? "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'"
            : word;
    }

    private static void Append(StringBuilder text, string word)
    {
        if (text.Length > 0) text.Append(' ');
        text.Append(word);
    }
}
