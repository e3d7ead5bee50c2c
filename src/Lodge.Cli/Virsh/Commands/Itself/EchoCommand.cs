using System.Buffers;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh echo</c>: echo arguments. Used for internal testing..</summary>
internal static class EchoCommand
{
    internal static Command Definition => new("echo", RunAsync)
    {
        Help = "echo arguments. Used for internal testing.",
        Description = "Echo back arguments, possibly with quoting. Used for internal testing.",
        Options =
        [
            Option.Flag("shell", "escape for shell use"),
            Option.Flag("xml", "escape for XML use"),
            Option.Flag("split", "split each argument on ','; ',,' is an escape sequence"),
            Option.Flag("err", "output to stderr"),
            Option.Alias("str", "string"),
            Option.Alias("hi", "string=hello"),
            Option.Rest("string", "arguments to echo"),
        ],
        IsOffline = true,
    };

    private static Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("shell", "xml");
        arguments.Exclusive("shell", "split");
        arguments.Exclusive("xml", "split");
        var words = arguments.Rest.Select(word => Escape(arguments, word)).ToArray();
        if (words.Length == 0)
        {
            return Task.CompletedTask;
        }

        var line = string.Join(' ', words);
        if (arguments.Has("err"))
        {
            shell.Error(line);
        }
        else
        {
            shell.Print(line);
        }
        return Task.CompletedTask;
    }

    private static readonly SearchValues<char> Special = SearchValues.Create("\r\t\n !\"#$&'()*;<>?[\\]^`{|}~");

    private static string Escape(Arguments arguments, string word)
    {
        if (arguments.Has("xml"))
        {
            return XmlFormat.Escape(word);
        }

        if (arguments.Has("shell"))
        {
            return ShellQuote(word);
        }

        return arguments.Has("split") ? string.Concat(CommaList.Split(word).Select(static part => part + "\n")) : word;
    }

    private static string ShellQuote(string word)
    {
        return word.Length > 0 && word.AsSpan().IndexOfAny(Special) < 0
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
