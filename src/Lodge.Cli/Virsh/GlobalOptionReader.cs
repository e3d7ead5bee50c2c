using Lodge.Cli.Virsh.Help;

namespace Lodge.Cli.Virsh;

/// <summary>
/// Reads the options before the command by the rules of getopt_long(3): short ones may be joined, long ones
/// shortened, and the first word that is none starts the command.
/// </summary>
internal sealed class GlobalOptionReader(Shell shell, string[] words)
{
    private static readonly (string Name, char Letter, Argument Argument)[] Known =
    [
        ("connect", 'c', Argument.Needed),
        ("debug", 'd', Argument.Needed),
        ("escape", 'e', Argument.Needed),
        ("help", 'h', Argument.None),
        ("keepalive-interval", 'k', Argument.Needed),
        ("keepalive-count", 'K', Argument.Needed),
        ("log", 'l', Argument.Needed),
        ("quiet", 'q', Argument.None),
        ("readonly", 'r', Argument.None),
        ("timing", 't', Argument.None),
        ("version", 'v', Argument.Optional),
        ("", 'V', Argument.None),
    ];

    private readonly GlobalOptions _options = new();
    private int _position;

    private enum Argument
    {
        None,
        Needed,
        Optional,
    }

    /// <summary>Reads them all.</summary>
    /// <returns>The options; null when one of them printed something and virsh is done.</returns>
    /// <exception cref="CommandFailure">An option is wrong.</exception>
    internal GlobalOptions? Read()
    {
        while (_position < words.Length && words[_position] is { Length: > 1 } word && word[0] == '-')
        {
            _position++;
            if (word == "--")
            {
                break;
            }

            if (!(word.StartsWith("--", StringComparison.Ordinal) ? ReadLong(word) : ReadShort(word)))
            {
                return null;
            }
        }

        _options.Command = words[_position..];
        return _options;
    }

    private bool ReadLong(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word[2..] : word[2..equals];
        var value = equals < 0 ? null : word[(equals + 1)..];
        var found = Array.FindAll(Known, known => known.Name == name);
        if (found.Length == 0)
        {
            found = Array.FindAll(Known, known => known.Name.StartsWith(name, StringComparison.Ordinal));
        }

        if (found.Length != 1 || (value is not null && found[0].Argument == Argument.None))
        {
            throw found.Length == 1
                ? Unsupported($"-{found[0].Letter}")
                : Unsupported(word);
        }

        var (longName, letter, argument) = found[0];
        if (argument == Argument.Needed)
        {
            value ??= _position < words.Length ? words[_position++] : throw ValueMissing(letter, longName);
        }

        return Apply(letter, value, "--" + longName);
    }

    private bool ReadShort(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            var letter = word[i];
            var known = Array.Find(Known, known => known.Letter == letter);
            if (known.Letter == 0)
            {
                throw Unsupported($"-{letter}");
            }

            if (known.Argument != Argument.Needed)
            {
                if (!Apply(letter, null, $"-{letter}"))
                {
                    return false;
                }

                continue;
            }

            var value = i + 1 < word.Length ? word[(i + 1)..]
                : _position < words.Length ? words[_position++] : throw ValueMissing(letter, known.Name);
            return Apply(letter, value, $"-{letter}");
        }

        return true;
    }

    private bool Apply(char letter, string? value, string shown)
    {
        switch (letter)
        {
            case 'c':
                _options.Uri = value;
                break;
            case 'd':
                ReadDebug(value!, shown);
                break;
            case 'e':
                _options.Escape = IsEscape(value!)
                    ? value!
                    : throw new CommandFailure($"Invalid string '{value}' for escape sequence");
                break;
            case 'h':
                shell.Print(UsageText.Usage(shell.ProgramName));
                return false;
            case 'k':
                _options.KeepaliveInterval = Keepalive(value!, shown);
                break;
            case 'K':
                _options.KeepaliveCount = Keepalive(value!, shown);
                break;
            case 'l':
                _options.LogFile = value;
                break;
            case 'q':
                _options.Quiet = true;
                break;
            case 'r':
                _options.ReadOnly = true;
                break;
            case 't':
                _options.Timing = true;
                break;
            default:
                shell.Print(letter == 'V' || value == "long" ? UsageText.LongVersion() : UsageText.Version + "\n");
                return false;
        }

        return true;
    }

    private void ReadDebug(string value, string shown)
    {
        if (!NumberText.TrySigned(value, int.MinValue, int.MaxValue, out var level))
        {
            throw new CommandFailure($"option {shown} takes a numeric argument");
        }

        if (level is < 0 or > GlobalOptions.DefaultDebug)
        {
            shell.Error($"ignoring debug level {level} out of range [0-{GlobalOptions.DefaultDebug}]");
        }
        else
        {
            _options.Debug = (int)level;
        }
    }

    private static int Keepalive(string value, string shown)
    {
        if (!NumberText.TrySigned(value, int.MinValue, int.MaxValue, out var number))
        {
            throw new CommandFailure($"Invalid value for option {shown}");
        }

        return number < 0
            ? throw new CommandFailure($"option {shown} requires a positive integer argument")
            : (int)number;
    }

    private static bool IsEscape(string text) =>
        text is [not '^'] || (text is ['^', var c] && c is (>= 'a' and <= 'z') or (>= '@' and <= '_'));

    private static CommandFailure Unsupported(string shown) => new($"unsupported option '{shown}'. See --help.");

    private static CommandFailure ValueMissing(char letter, string name) =>
        new($"option '-{letter}'/'--{name}' requires an argument");
}
