namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh schedinfo</c>: show/set scheduler parameters.</summary>
internal static class SchedinfoCommand
{
    internal static Command Definition => new("schedinfo", RunAsync)
    {
        Help = "show/set scheduler parameters",
        Description = "Show/Set scheduler parameters.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("weight", "weight for XEN_CREDIT") with { NameNeeded = true },
            Option.Number("cap", "cap for XEN_CREDIT") with { NameNeeded = true },
            Option.Flag("current", "get/set current scheduler info"),
            Option.Flag("config", "get/set value to be used on next boot"),
            Option.Flag("live", "get/set value from running domain"),
            Option.Rest("set", "parameter=value"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var both = arguments.Has("config") && arguments.Has("live");
        var query = both ? VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CURRENT : impact;
        var domain = await shell.DomainAsync(arguments);
        var (type, count) = await SchedulerAsync(shell, domain);
        shell.Print($"{"Scheduler",-15}: {type}\n");
        if (count == 0)
        {
            return;
        }

        var plain = impact == 0 && !arguments.Has("current");
        var parameters = await GetAsync(domain, plain, query);
        var changes = Changes(arguments, parameters);
        if (changes.Length > 0)
        {
            await (plain
                ? domain.SetSchedulerParametersAsync(changes)
                : domain.SetSchedulerParametersFlagsAsync(changes, impact));
            parameters = await GetAsync(domain, plain, query);
        }
        else if (both)
        {
            throw new CommandFailure("cannot query both live and config at once");
        }

        shell.PrintParameters(parameters);
    }

    private static ValueTask<TypedParameter[]> GetAsync(
        Domain domain, bool plain, VirDomainModificationImpact query) =>
        plain ? domain.GetSchedulerParametersAsync() : domain.GetSchedulerParametersFlagsAsync(query);

    private static async Task<(string Type, int Count)> SchedulerAsync(Shell shell, Domain domain)
    {
        try
        {
            var answer = await domain.GetSchedulerTypeAsync();
            return (answer.Type, answer.Nparams);
        }
        catch (VirException)
        {
            shell.Print($"{"Scheduler",-15}: Unknown\n");
            throw;
        }
    }

    private static TypedParameter[] Changes(Arguments arguments, TypedParameter[] known)
    {
        var changes = new List<TypedParameter>();
        foreach (var word in arguments.Rest)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw new CommandFailure("Invalid syntax for --set, expecting name=value");
            }

            changes.Add(TypedReading.Read(known, word[..equals], word[(equals + 1)..]));
        }

        foreach (var name in (ReadOnlySpan<string>)["cap", "weight"])
        {
            if (arguments.Text(name) is { } value)
            {
                changes.Add(TypedReading.Read(known, name, value));
            }
        }

        return [.. changes];
    }
}
