using Lodge.Install.Editing;
using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Cli.VirtXml;

/// <summary>The <c>virt-xml</c> tool: changes a guest with the options of <c>virt-install</c>.</summary>
internal static class VirtXmlProgram
{
    private static readonly (string Flag, EditAction Action)[] s_actions =
    [
        ("--edit", EditAction.Edit), ("--add-device", EditAction.Add), ("--remove-device", EditAction.Remove),
        ("--build-xml", EditAction.Build),
    ];

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public static Task<int> RunAsync(string[] words) => Tool.RunAsync(XmlSyntax.Table, words, RunAsync);

    private static async Task<int> RunAsync(ParsedArguments parsed, ToolReport report, CancellationToken cancellation)
    {
        var isShown = parsed.Has("--confirm") || parsed.Has("--print-xml") || parsed.Has("--print-diff")
            || parsed.Has("--build-xml");
        report.IsQuiet = parsed.Has("--quiet") && !isShown;
        report.IsVerbose = parsed.Has("--debug");
        if (Introspection.Answer(XmlSyntax.Table, parsed, report.Output)) return 0;
        if (parsed["--os-variant"] == "list")
        {
            VirtInstall.OsList.Print(OsDatabase.Default, report.Output);
            return 0;
        }

        report.DebugStart(parsed);
        var input = await InputAsync(parsed, cancellation);
        var request = Read(parsed);
        await using var connection = await Tool.ConnectAsync(parsed, isShort: false, cancellation);
        var host = await ConnectionFacts.ReadAsync(connection, cancellation);
        var edit = new GuestEdit(host, request);
        var target = parsed.Operand is { } name ? await EditTarget.FindAsync(connection, name, cancellation) : null;
        if (request.Action != EditAction.Build)
            return await new EditRun(parsed, report, connection, edit, request, target).RunAsync(input, cancellation);
        foreach (var xml in edit.Build(target?.Inactive)) report.PrintAlways(xml);
        return 0;
    }

    private static async Task<string?> InputAsync(ParsedArguments parsed, CancellationToken cancellation)
    {
        if (parsed.Operand is not null || parsed.Has("--build-xml")) return null;
        if (!Console.IsInputRedirected) throw new InstallFailure("A domain must be specified");
        if (parsed.Has("--confirm")) throw new InstallFailure("Can't use --confirm with stdin input.");
        if (parsed.Has("--update")) throw new InstallFailure("Can't use --update with stdin input.");
        return await Console.In.ReadToEndAsync(cancellation);
    }

    private static EditRequest Read(ParsedArguments parsed)
    {
        var actions = s_actions.Where(action => parsed.Has(action.Flag)).ToList();
        if (actions.Count == 0)
        {
            var known = string.Join(", ", s_actions.Select(action => action.Flag));
            throw new InstallFailure($"One of {known} must be specified.");
        }

        if (actions.Count > 1)
            throw new InstallFailure($"Conflicting options {string.Join(", ", actions.Select(action => action.Flag))}");
        string[] flags = [.. GuestOptions.All.Select(option => option.Flag).Append("--xml").Where(parsed.Has)];
        if (flags.Length == 0) throw new InstallFailure("No change specified.");
        if (flags.Length > 1)
        {
            var conflict = string.Join(", ", flags.Select(flag => $"'{flag}'"));
            throw new InstallFailure($"Only one change operation may be specified (conflicting options [{conflict}])");
        }

        if (parsed.Has("--update") && GuestOptions.Find(flags[0]) is null or { Place.Length: 0 })
            throw new InstallFailure($"Don't know how to --update for --{flags[0][2..].Replace('-', '_')}");
        return new EditRequest(
            actions[0].Action, parsed["--edit"], flags[0], [.. parsed.All(flags[0]).OfType<string>()],
            parsed["--os-variant"]);
    }
}
