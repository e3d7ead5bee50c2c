using System.Text.RegularExpressions;
using Lodge.Install.Flow;

namespace Lodge.Cli.Syntax;

/// <summary>What a program of the install family tells the person who runs it.</summary>
/// <param name="program">The program's name.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed partial class ToolReport(string program, TextWriter output, TextWriter error) : IInstallReport
{
    /// <summary>Whether only errors are told.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>Whether everything is told.</summary>
    public bool IsVerbose { get; set; }

    /// <summary>Standard output.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error.</summary>
    public TextWriter Errors => error;

    /// <inheritdoc/>
    public void Print(string line)
    {
        if (!IsQuiet) PrintAlways(line);
    }

    /// <summary>Prints a line that was asked for.</summary>
    public void PrintAlways(string line)
    {
        output.Write(line);
        output.Write('\n');
        output.Flush();
    }

    /// <inheritdoc/>
    public void Warn(string line)
    {
        if (!IsQuiet) Tell("WARNING", line);
    }

    /// <summary>Tells why nothing more is done.</summary>
    public void Fail(string line) => Tell("ERROR", line);

    /// <summary>Tells a person at a terminal what was perhaps meant; programs read the reason alone.</summary>
    public void Suggest(string name)
    {
        if (!Console.IsErrorRedirected) PrintError($"Did you mean '{name}'?");
    }

    /// <summary>Tells what is going on, where that was asked for.</summary>
    public void Debug(string line)
    {
        if (!IsVerbose) return;
        var time = DateTime.Now.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        Tell("DEBUG", $"[{time} {program} {Environment.ProcessId}] {line}");
    }

    /// <summary>
    /// Tells what was asked for: which options, and not with which values, as passwords may be among them.
    /// </summary>
    public void DebugStart(ParsedArguments parsed) => Debug(
        $"Launched with options: {string.Join(' ', parsed.Names.Prepend(program))}\nRequesting libvirt URI "
        + $"{parsed["--connect"] ?? "default"}");

    /// <summary>Tells the XML that was made, without passwords.</summary>
    public void DebugXml(string what, string? xml)
    {
        if (IsVerbose && xml is not null) Debug($"{what}:\n{Secret().Replace(xml, "$1=\"***\"")}");
    }

    /// <summary>Prints a line to standard error as it is.</summary>
    public void PrintError(string line)
    {
        output.Flush();
        error.Write(line);
        error.Write('\n');
        error.Flush();
    }

    [GeneratedRegex("(passwd|password|secret)=(\"[^\"]*\"|'[^']*')")]
    private static partial Regex Secret();

    private void Tell(string level, string line) => PrintError($"{level,-8} {line}");
}
