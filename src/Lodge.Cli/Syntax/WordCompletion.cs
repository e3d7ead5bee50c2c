namespace Lodge.Cli.Syntax;

/// <summary>What may stand next on a command line, for the shell.</summary>
internal static class WordCompletion
{
    private const string AnyNumber = "[0-9]*";

    /// <summary>The words that may follow another: what an option takes, else the options.</summary>
    /// <param name="syntax">The program's command line.</param>
    /// <param name="previous">The word before.</param>
    public static IEnumerable<string> After(ProgramSyntax syntax, string previous)
    {
        if (syntax.Find(previous) is { Kind: not ArgumentKind.Switch } option
            && Introspection.SubOptions(option.Name) is { } known)
        {
            return Introspection.Names(known)
                .Select(name => name.Replace(AnyNumber, "", StringComparison.Ordinal) + "=");
        }

        return syntax.Arguments.Where(argument => argument.Help is not null)
            .SelectMany(argument => argument.Names).Where(name => name.StartsWith("--", StringComparison.Ordinal));
    }
}
