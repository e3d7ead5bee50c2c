using System.Runtime.InteropServices;
using Lodge.Install.Flow;
using Lodge.Install.Media;
using Lodge.Install.Options;

namespace Lodge.Cli.Syntax;

/// <summary>What the programs of the install family have in common: how they begin and how they fail.</summary>
internal static class Tool
{
    private const string Version = "4.1.0";

    /// <summary>Runs a program on the process's own output.</summary>
    public static async Task<int> RunAsync(
        ProgramSyntax syntax, string[] words, Func<ParsedArguments, ToolReport, CancellationToken, Task<int>> run)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        await using var error = new StreamWriter(Console.OpenStandardError());
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            // The second one ends the program whatever it is doing.
            signal.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        });
        return await RunAsync(syntax, words, output, error, run, interrupted.Token);
    }

    /// <summary>Runs a program.</summary>
    /// <param name="syntax">Its command line.</param>
    /// <param name="words">The words behind its name.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="run">What it does.</param>
    /// <param name="interrupted">Whoever runs it wants it to stop.</param>
    /// <returns>The exit status: 0, 1 where it failed, 2 where its command line cannot be read.</returns>
    public static async Task<int> RunAsync(
        ProgramSyntax syntax, string[] words, TextWriter output, TextWriter error,
        Func<ParsedArguments, ToolReport, CancellationToken, Task<int>> run, CancellationToken interrupted)
    {
        var report = new ToolReport(syntax.Name, output, error);
        try
        {
            if (Answer(syntax, words) is { } answer)
            {
                await output.WriteAsync(answer);
                return 0;
            }

            if (words.Length == 0)
            {
                await error.WriteAsync(HelpPage.Short(syntax));
                return 1;
            }

            return await run(new ArgumentReader(syntax).Read(words), report, interrupted);
        }
        catch (UsageException wrong)
        {
            await error.WriteAsync(HelpPage.Usage(syntax));
            await error.WriteAsync($"{syntax.Name}: error: {wrong.Message}\n");
            return 2;
        }
        catch (OperationCanceledException)
        {
            report.PrintError("Installation aborted at user request");
            return 1;
        }
        catch (Exception failed) when (IsExpected(failed))
        {
            report.Fail(failed.Message);
            if (failed is OptionException { Hint: { } hint }) report.Suggest(hint);
            return 1;
        }
    }

    /// <summary>Whether something is the fault of what was asked for or of where it was asked.</summary>
    public static bool IsExpected(Exception failed) => failed is OptionException or InstallFailure
        or InstallSourceException or FormatException or VirException or IOException or UnauthorizedAccessException;

    /// <summary>Opens the connection that a program works on.</summary>
    /// <exception cref="VirException">There is none.</exception>
    public static ValueTask<LibvirtConnection> ConnectAsync(
        ParsedArguments parsed, bool isShort, CancellationToken cancellation) => LibvirtConnection.OpenAsync(
            parsed["--connect"], new ConnectionOptions { ReadsInline = isShort }, cancellationToken: cancellation);

    private static string? Answer(ProgramSyntax syntax, string[] words)
    {
        foreach (var word in words)
        {
            if (word is "-h" or "--help") return HelpPage.Of(syntax, Columns);
            if (word == "--version") return Version + "\n";
            if (word == "--") break;
        }

        return null;
    }

    private static int? Columns =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns)
            ? columns
            : Console.IsOutputRedirected ? null : Console.WindowWidth;
}
