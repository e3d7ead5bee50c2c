using Lodge.Install.Options;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Kickstart.Writing;

namespace Lodge.Cli.Kickstart;

/// <summary><c>lodge kickstart check|new</c>.</summary>
internal static class KickstartProgram
{
    private const string Usage = """
        Usage: lodge kickstart check [--version VERSION] FILE
               lodge kickstart new --version VERSION [OPTION...]

        'lodge kickstart check --help' and 'lodge kickstart new --help' explain each.

        """;

    /// <summary>Runs the program on the process's own streams.</summary>
    /// <returns>The exit status: 0 where nothing is wrong, 1 where something is, 2 for a bad command line.</returns>
    public static int Run(string[] words) =>
        Run(words, Console.In, Console.Out, Console.Error, RawTerminal.IsTerminal && RawTerminal.IsOutputTerminal);

    internal static int Run(string[] words, TextReader input, TextWriter output, TextWriter error, bool asks)
    {
        try
        {
            switch (words)
            {
                case ["check", .. var rest]:
                    return Check(rest, input, output);
                case ["new", .. var rest]:
                    return New(rest, output, error, asks);
                case [] or ["--help" or "-h"]:
                    output.Write(Usage);
                    return 0;
                default:
                    error.Write($"lodge kickstart: there is no '{words[0]}'\n{Usage}");
                    return 2;
            }
        }
        catch (UsageException wrong)
        {
            error.WriteLine($"lodge kickstart: {wrong.Message}");
            return 2;
        }
        catch (OptionException wrong)
        {
            error.WriteLine($"ERROR    {wrong.Message}");
            return 1;
        }
    }

    private static int Check(string[] words, TextReader input, TextWriter output)
    {
        var syntax = KickstartArguments.Check;
        var parsed = new ArgumentReader(syntax).Read(words);
        if (parsed.Has("--help"))
        {
            output.Write(HelpPage.Of(syntax));
            return 0;
        }

        if (parsed.Has("--listversions"))
        {
            foreach (var known in KickstartVersion.All) output.WriteLine(known);
            return 0;
        }

        if (parsed.Operand is not { } path) throw new UsageException("a kickstart to check is missing");
        var version = parsed["--version"] is { } name ? KickstartVersion.Parse(name) : null;
        var follows = parsed.Has("--followincludes");
        var findings = path == "-"
            ? KickstartCheck.Text(input.ReadToEnd(), "-", version, follows)
            : KickstartCheck.File(path, version, follows);
        foreach (var finding in findings) output.WriteLine(finding);
        return findings.Any(finding => finding.Severity > KickstartSeverity.Note) ? 1 : 0;
    }

    private static int New(string[] words, TextWriter output, TextWriter error, bool asks)
    {
        var syntax = KickstartArguments.New;
        var parsed = new ArgumentReader(syntax).Read(words);
        if (parsed.Has("--help"))
        {
            output.Write(HelpPage.Of(syntax));
            return 0;
        }

        if (words.Length == 0 && !asks)
        {
            error.Write(HelpPage.Short(syntax));
            return 2;
        }

        if (asks) KickstartQuestions.Complete(parsed, output);
        var text = KickstartWriter.Write(KickstartRequest.Of(parsed));
        if (parsed["--output"] is not { } path)
        {
            output.Write(text);
            return 0;
        }

        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            using var writer = new StreamWriter(file);
            writer.Write(text);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"Cannot write '{path}': {failure.Message}", failure);
        }
    }
}
