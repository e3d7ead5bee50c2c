using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Flow.Progress;
using Lodge.Install.Os;
using Lodge.Install.Plan;

namespace Lodge.Cli.VirtInstall;

/// <summary>The <c>virt-install</c> tool: makes a guest and installs it.</summary>
internal static class VirtInstallProgram
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public static Task<int> RunAsync(string[] words) => Tool.RunAsync(InstallSyntax.Table, words,
        static (parsed, report, cancellation) => RunAsync(parsed, report, null, cancellation));

    /// <summary>
    /// Runs it for its XML alone, on facts of a host that need not be there: nothing is made, and no server asked.
    /// </summary>
    public static Task<int> RunAsync(string[] words, IHostFacts facts, TextWriter output, TextWriter error) =>
        Tool.RunAsync(InstallSyntax.Table, words, output, error,
            (parsed, report, cancellation) => RunAsync(parsed, report, facts, cancellation), CancellationToken.None);

    private static async Task<int> RunAsync(
        ParsedArguments parsed, ToolReport report, IHostFacts? facts, CancellationToken cancellation)
    {
        var isPrinted = parsed.Has("--print-xml") || parsed.Has("--print-step");
        report.IsQuiet = isPrinted || parsed.Has("--quiet");
        report.IsVerbose = parsed.Has("--debug");
        if (Introspection.Answer(InstallSyntax.Table, parsed, report.Output)) return 0;
        if (parsed["--os-variant"] == "list")
        {
            OsList.Print(OsDatabase.Default, report.Output);
            return 0;
        }

        report.DebugStart(parsed);
        OldSpellings.Convert(parsed, report);
        var request = RequestReader.Read(parsed);
        await using var connection = facts is null
            ? await Tool.ConnectAsync(parsed, request.IsDry, cancellation)
            : null;
        facts ??= await ConnectionFacts.ReadAsync(connection!, cancellation);
        if (connection is not null) report.Debug($"Received libvirt URI {connection.Uri}");
        await using var prepared = await new InstallPreparation(request, facts, report).RunAsync(cancellation);
        report.Debug($"Operating system: {prepared.Plan.Os.ShortId}");
        if (connection is not null) LabelAdvice.Give(prepared.Plan, report);
        if (!request.IsDry)
            return await new GuestInstall(parsed, report, connection!, prepared).RunAsync(cancellation);

        var run = new InstallRun(prepared, report, Meter(report));
        var xml = await run.DescribeAsync(connection, cancellation);
        report.DebugXml("Generated install XML", xml.Install);
        report.DebugXml("Generated boot XML", xml.After);
        if (isPrinted) return Print(parsed["--print-xml"] ?? "all", xml, report);
        report.Print("Dry run completed successfully");
        return 0;
    }

    /// <summary>What shows how far things are.</summary>
    public static ITransferProgress Meter(ToolReport report)
    {
        const int UsualColumns = 80;
        if (report.IsQuiet) return NoProgress.Instance;
        var columns = Console.IsOutputRedirected ? UsualColumns : Console.WindowWidth;
        return new TextMeter(report.Output, columns > 0 ? columns : UsualColumns, TimeProvider.System);
    }

    private static int Print(string step, InstallXml xml, ToolReport report)
    {
        var (first, second) = xml.Install is null ? (xml.After, null) : (xml.Install, xml.After);
        switch (step)
        {
            case "all":
                report.PrintAlways(first + second);
                return 0;
            case "1":
                report.PrintAlways(first);
                return 0;
            case "2" when second is null:
                throw new InstallFailure("Requested installation does not have XML step 2");
            case "2":
                report.PrintAlways(second);
                return 0;
            default:
                throw new InstallFailure($"Unknown XML step request '{step}', must be 1, 2, or all");
        }
    }
}
