using System.Globalization;

namespace Lodge.Daemon.Config;

/// <summary>What the command line of <c>lodged</c> asks for.</summary>
internal sealed record DaemonOptions
{
    private const string Help = """
        lodged serves virtual machines over libvirt's protocol.

        Usage: lodged [option]...

          --root DIR       keep configuration, sockets, state and logs below DIR
          --session        serve one user (qemu:///session); the default for all but root
          --ready-fd N     write a newline to descriptor N once clients can connect
          --timeout S      stop after S seconds without clients and running domains
          -v, --verbose    log what happens, not only what fails
          -V, --version    say the version
          -h, --help       say this

        SIGTERM stops the daemon and leaves guests running; SIGHUP reloads its configuration.
        """;

    /// <summary>The folder that holds everything; null for the system's own.</summary>
    public string? Root { get; init; }

    /// <summary>The descriptor that is told when clients can connect.</summary>
    public int? ReadyDescriptor { get; init; }

    /// <summary>The seconds without anything to do after which the daemon stops; null for never.</summary>
    public int? IdleTimeout { get; init; }

    /// <summary>Whether the daemon is one user's own.</summary>
    public bool IsSession { get; init; }

    /// <summary>Whether the log tells what happens.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>What to print instead of serving.</summary>
    public string? Shows { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <param name="arguments">Its words.</param>
    /// <param name="isRoot">Whether root runs it.</param>
    /// <exception cref="FormatException">A word is not understood.</exception>
    public static DaemonOptions Parse(IReadOnlyList<string> arguments, bool isRoot)
    {
        var options = new DaemonOptions { IsSession = !isRoot };
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, inline) = Split(arguments[i]);
            options = name switch
            {
                "--root" => options with { Root = Value() },
                "--ready-fd" => options with { ReadyDescriptor = Number() },
                "-t" or "--timeout" => options with { IdleTimeout = Number() },
                "--session" => options with { IsSession = true },
                "-v" or "--verbose" => options with { IsVerbose = true },
                "-V" or "--version" => options with { Shows = $"lodged {VersionText()}" },
                "-h" or "--help" => options with { Shows = Help },
                _ => throw new FormatException($"there is no option '{arguments[i]}'"),
            };

            string Value() => inline ?? (++i < arguments.Count
                ? arguments[i]
                : throw new FormatException($"option '{name}' needs a value"));

            int Number()
            {
                var value = Value();
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new FormatException($"option '{name}' needs a number, not '{value}'");
            }
        }

        return options;
    }

    /// <summary>The version of this build.</summary>
    public static string VersionText() => typeof(DaemonOptions).Assembly.GetName().Version!.ToString(3);

    private static (string Name, string? Value) Split(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return word.StartsWith("--", StringComparison.Ordinal) && equals > 0
            ? (word[..equals], word[(equals + 1)..])
            : (word, null);
    }
}
