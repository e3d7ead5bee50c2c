using Lodge.Install.Cloning;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options.Methods;

namespace Lodge.Cli.VirtClone;

/// <summary>The <c>virt-clone</c> tool: makes a guest like another one.</summary>
internal static class VirtCloneProgram
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public static Task<int> RunAsync(string[] words) => Tool.RunAsync(CloneSyntax.Table, words, RunAsync);

    private static async Task<int> RunAsync(ParsedArguments parsed, ToolReport report, CancellationToken cancellation)
    {
        report.IsQuiet = parsed.Has("--print-xml") || parsed.Has("--quiet");
        report.IsVerbose = parsed.Has("--debug");
        report.DebugStart(parsed);
        if (parsed.Has("--force") && !parsed.Has("--check")) parsed.Set("--check", "all=off");
        if (parsed.Has("--prompt")) report.Warn("--prompt mode is no longer supported.");
        var request = Read(parsed);
        await using var connection = await Tool.ConnectAsync(parsed, isShort: false, cancellation);
        var host = await ConnectionFacts.ReadAsync(connection, cancellation);
        var clone = await new ClonePreparation(request, connection, host, report).RunAsync(cancellation);
        report.DebugXml("Clone guest xml is", clone.Xml);
        if (parsed.Has("--print-xml"))
        {
            report.PrintAlways(clone.Xml);
            return 0;
        }

        var meter = VirtInstall.VirtInstallProgram.Meter(report);
        await new CloneRun(clone, connection, report, meter).RunAsync(cancellation);
        report.Print("");
        report.Print($"Clone '{clone.Name}' created successfully.");
        return 0;
    }

    private static CloneRequest Read(ParsedArguments parsed)
    {
        var checks = CheckOptions.Parse(parsed.All("--check").OfType<string>());
        if (!parsed.Has("--file") && !parsed.Has("--auto-clone"))
        {
            throw new InstallFailure(
                "Either --auto-clone or --file is required, use '--auto-clone or --file' and try again.");
        }

        if (!parsed.Has("--original") && !parsed.Has("--original-xml"))
        {
            throw new InstallFailure(
                "An original machine name is required, use '--original src_name' and try again.");
        }

        return new CloneRequest
        {
            Original = parsed["--original"],
            OriginalXml = parsed["--original-xml"] is { } path ? File.ReadAllText(path) : null,
            Name = parsed["--name"],
            IsAutomatic = parsed.Has("--auto-clone"),
            Uuid = parsed["--uuid"],
            Files = [.. parsed.All("--file").OfType<string>()],
            Copied = [.. parsed.All("--force-copy").OfType<string>()],
            Shared = [.. parsed.All("--skip-copy").OfType<string>()],
            Addresses = [.. parsed.All("--mac").OfType<string>()],
            Nvram = parsed["--nvram"],
            IsSparse = !parsed.Has("--nonsparse"),
            IsPreserved = parsed.Has("--preserve-data"),
            IsReflink = parsed.Has("--reflink"),
            Replaces = parsed.Has("--replace"),
            Checks = checks,
        };
    }
}
