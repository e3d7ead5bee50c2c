using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh list</c>: list domains.</summary>
internal static class ListCommand
{
    internal static Command Definition => new("list", RunAsync)
    {
        Help = "list domains",
        Description = "Returns list of domains.",
        Options =
        [
            Option.Flag("inactive", "list inactive domains"),
            Option.Flag("all", "list inactive & active domains"),
            Option.Flag("transient", "list transient domains"),
            Option.Flag("persistent", "list persistent domains"),
            Option.Flag("with-snapshot", "list domains with existing snapshot"),
            Option.Flag("without-snapshot", "list domains without a snapshot"),
            Option.Flag("with-checkpoint", "list domains with existing checkpoint"),
            Option.Flag("without-checkpoint", "list domains without a checkpoint"),
            Option.Flag("state-running", "list domains in running state"),
            Option.Flag("state-paused", "list domains in paused state"),
            Option.Flag("state-shutoff", "list domains in shutoff state"),
            Option.Flag("state-other", "list domains in other states"),
            Option.Flag("autostart", "list domains with autostart enabled"),
            Option.Flag("no-autostart", "list domains with autostart disabled"),
            Option.Flag("with-managed-save", "list domains with managed save state"),
            Option.Flag("without-managed-save", "list domains without managed save"),
            Option.Flag("uuid", "list uuid's only"),
            Option.Flag("name", "list domain names only"),
            Option.Flag("id", "list domain IDs only"),
            Option.Flag("table", "list table (default)"),
            Option.Flag("managed-save", "mark inactive domains with managed save state"),
            Option.Flag("title", "show domain title"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("table", "name");
        arguments.Exclusive("table", "uuid");
        arguments.Exclusive("table", "id");
        var domains = await CollectAsync(shell, Filter(arguments));
        if (arguments.Has("uuid") || arguments.Has("name") || arguments.Has("id"))
        {
            foreach (var domain in domains)
            {
                PrintPlain(shell, arguments, domain);
            }
        }
        else
        {
            await PrintTableAsync(shell, arguments, domains);
        }
    }

    private static VirConnectListAllDomainsFlags Filter(Arguments arguments)
    {
        var flags = VIR_CONNECT_LIST_DOMAINS_ACTIVE;
        if (arguments.Has("inactive") || arguments.Has("state-shutoff"))
        {
            flags = VIR_CONNECT_LIST_DOMAINS_INACTIVE;
        }

        if (arguments.Has("all"))
        {
            flags = VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE;
        }

        return flags
            | arguments.Flag("persistent", VIR_CONNECT_LIST_DOMAINS_PERSISTENT)
            | arguments.Flag("transient", VIR_CONNECT_LIST_DOMAINS_TRANSIENT)
            | arguments.Flag("with-managed-save", VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE)
            | arguments.Flag("without-managed-save", VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE)
            | arguments.Flag("autostart", VIR_CONNECT_LIST_DOMAINS_AUTOSTART)
            | arguments.Flag("no-autostart", VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART)
            | arguments.Flag("with-snapshot", VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)
            | arguments.Flag("without-snapshot", VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT)
            | arguments.Flag("with-checkpoint", VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)
            | arguments.Flag("without-checkpoint", VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT)
            | arguments.Flag("state-running", VIR_CONNECT_LIST_DOMAINS_RUNNING)
            | arguments.Flag("state-paused", VIR_CONNECT_LIST_DOMAINS_PAUSED)
            | arguments.Flag("state-shutoff", VIR_CONNECT_LIST_DOMAINS_SHUTOFF)
            | arguments.Flag("state-other", VIR_CONNECT_LIST_DOMAINS_OTHER);
    }

    /// <summary>Running domains by number first, then the others by name.</summary>
    private static async Task<Domain[]> CollectAsync(Shell shell, VirConnectListAllDomainsFlags flags)
    {
        var domains = (await shell.Connection.ListAllDomainsAsync(flags).OrFail("Failed to list domains")).ToArray();
        Array.Sort(domains, static (a, b) => (a.Id < 0, b.Id < 0) switch
        {
            (false, false) => a.Id.CompareTo(b.Id),
            (true, true) => NameOrder.Compare(a.Name, b.Name),
            (false, true) => -1,
            _ => 1,
        });
        return domains;
    }

    private static async Task PrintTableAsync(Shell shell, Arguments arguments, Domain[] domains)
    {
        var withTitle = arguments.Has("title");
        var table = withTitle ? new Table("Id", "Name", "State", "Title") : new Table("Id", "Name", "State");
        var states = await Task.WhenAll(domains.Select(domain => StateAsync(domain, arguments.Has("managed-save"))));
        for (var i = 0; i < domains.Length; i++)
        {
            var domain = domains[i];
            if (states[i] is not { } state)
            {
                continue;
            }

            if (withTitle)
            {
                var title = await DomainDescription.GetAsync(domain, title: true, inactive: false);
                table.Add(IdText(domain), domain.Name, state, title);
            }
            else
            {
                table.Add(IdText(domain), domain.Name, state);
            }
        }

        table.PrintTo(shell);
    }

    /// <summary>The state, or null of a domain that went away meanwhile.</summary>
    private static async Task<string?> StateAsync(Domain domain, bool lookForSaved)
    {
        try
        {
            var (state, _) = await DomainStates.OfAsync(domain);
            var saved = lookForSaved && state == VirDomainState.VIR_DOMAIN_SHUTOFF
                && await domain.HasManagedSaveImageAsync();
            return saved ? "saved" : DomainStateText.Of(state);
        }
        catch (VirException)
        {
            return null;
        }
    }

    private static void PrintPlain(Shell shell, Arguments arguments, Domain domain)
    {
        var onlyIds = !arguments.Has("uuid") && !arguments.Has("name");
        var line = arguments.Has("uuid") ? domain.Uuid.ToString() : "";
        if (arguments.Has("id"))
        {
            if (domain.Id < 0 && onlyIds)
            {
                return;
            }

            line += (arguments.Has("uuid") ? " " : "") + IdText(domain);
        }

        if (arguments.Has("name"))
        {
            line += (line.Length > 0 ? " " : "") + domain.Name;
        }

        shell.Print(line + "\n");
    }

    private static string IdText(Domain domain) => domain.Id < 0 ? "-" : $"{domain.Id}";
}
