using Lodge.Install.Options;

namespace Lodge.Cli.Syntax;

/// <summary>The command line of a program: all its options, and what help says besides.</summary>
/// <param name="Name">The program's name.</param>
/// <param name="Usage">What follows its name in the usage line.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Groups">Its options.</param>
internal sealed record ProgramSyntax(string Name, string Usage, string Description, ArgumentGroup[] Groups)
{
    /// <summary>Asks for help.</summary>
    public static readonly Argument Help =
        new("--help", ArgumentKind.Switch) { Short = "-h", Help = "show this help message and exit" };

    /// <summary>Asks for the version.</summary>
    public static readonly Argument Version =
        new("--version", ArgumentKind.Switch) { Help = "show program's version number and exit" };

    private readonly Dictionary<string, Argument> _names = Index(Groups);

    /// <summary>The one word that is no option's, and what it is for; null where there is none.</summary>
    public (string Name, string Help)? Operand { get; init; }

    /// <summary>A few lines that work, for whoever gives no options at all.</summary>
    public required string[] Examples { get; init; }

    /// <summary>What stands below the options.</summary>
    public required string Epilog { get; init; }

    /// <summary>All options.</summary>
    public IEnumerable<Argument> Arguments => Groups.SelectMany(group => group.Arguments);

    /// <summary>The option of a name; null where there is none.</summary>
    public Argument? Find(string name) => _names.GetValueOrDefault(name);

    /// <summary>Names that begin like this, in the order of the options.</summary>
    public List<string> Beginning(string start) =>
        [.. _names.Keys.Where(name => name.StartsWith(start, StringComparison.Ordinal))];

    /// <summary>The name that is most like one that does not exist; null where none is like it.</summary>
    public string? Nearest(string name) => NearestName.Of(name, _names.Keys);

    private static Dictionary<string, Argument> Index(ArgumentGroup[] groups)
    {
        var names = new Dictionary<string, Argument>(160, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            foreach (var argument in group.Arguments)
            {
                names.Add(argument.Name, argument);
                if (argument.Short is not null) names.Add(argument.Short, argument);
                if (argument.Also is not null) names.Add(argument.Also, argument);
            }
        }

        return names;
    }
}
