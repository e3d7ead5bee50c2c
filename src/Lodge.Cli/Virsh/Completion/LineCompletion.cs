using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Completion;

/// <summary>What can stand at the end of a line: a command, an option, or an option's value.</summary>
internal static class LineCompletion
{
    /// <summary>The words that can take the place of the last one, in the order of their tables.</summary>
    internal static string[] Complete(Shell shell, string line) =>
        CompleteAsync(shell, line).GetAwaiter().GetResult();

    /// <inheritdoc cref="Complete"/>
    internal static async Task<string[]> CompleteAsync(Shell shell, string line)
    {
        var start = WordStart(line);
        var word = line[start..];
        var quoted = word.Length > 0 && word[0] is '"' or '\'';
        var parsed = CommandLine.ParsePartial(new LineTokens(line));
        var candidates = await CandidatesAsync(shell, parsed, word);
        return [.. candidates
            .Select(text => quoted ? text : text.Replace(" ", "\\ ", StringComparison.Ordinal))
            .Where(text => text.StartsWith(quoted ? word[1..] : word, StringComparison.Ordinal))];
    }

    /// <summary>Where the last word of a line starts.</summary>
    internal static int WordStart(string line)
    {
        var start = line.Length;
        while (start > 0 && (!IsBreak(line[start - 1]) || IsEscaped(line, start - 1)))
        {
            start--;
        }

        return start;
    }

    private static bool IsBreak(char c) => c is ' ' or '\t' or '\n' or '`' or '@' or '$' or '>' or '<' or '='
        or ';' or '|' or '&' or '{' or '(';

    private static bool IsEscaped(string line, int at) =>
        at > 0 && line[at - 1] == '\\' && !IsEscaped(line, at - 1);

    private static async Task<IEnumerable<string>> CandidatesAsync(Shell shell, ParsedCommand parsed, string word)
    {
        if (parsed.Command is not { } command || command.Name == word)
        {
            return CommandTable.VisibleNames;
        }

        var option = parsed.Options.Find(static given => given.AtCursor)?.Definition;
        if (option is null or { Kind: OptionKind.Flag })
        {
            return OptionsLeft(command, parsed);
        }

        if (option.Values is null)
        {
            return [];
        }

        try
        {
            return await option.Values(shell, new Arguments(parsed));
        }
        catch (Exception error) when (error is VirException or CommandFailure)
        {
            return [];
        }
    }

    private static IEnumerable<string> OptionsLeft(Command command, ParsedCommand parsed) =>
        from option in command.Options
        where option.Kind != OptionKind.Alias
        where option.Kind == OptionKind.Rest || !parsed.Options.Exists(given => given.Definition == option)
        select $"--{option.Name}";
}
