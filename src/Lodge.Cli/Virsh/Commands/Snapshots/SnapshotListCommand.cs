using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotListFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-list</c>: List snapshots for a domain.</summary>
internal static class SnapshotListCommand
{
    internal static Command Definition => new("snapshot-list", RunAsync)
    {
        Help = "List snapshots for a domain",
        Description = "Snapshot List",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Flag("parent", "add a column showing parent snapshot"),
            Option.Flag("roots", "list only snapshots without parents"),
            Option.Flag("leaves", "list only snapshots without children"),
            Option.Flag("no-leaves", "list only snapshots that are not leaves (with children)"),
            Option.Flag("metadata", "list only snapshots that have metadata that would prevent undefine"),
            Option.Flag("no-metadata", "list only snapshots that have no metadata managed by libvirt"),
            Option.Flag("inactive", "filter by snapshots taken while inactive"),
            Option.Flag("active", "filter by snapshots taken while active (full system snapshots)"),
            Option.Flag("disk-only", "filter by disk-only snapshots"),
            Option.Flag("internal", "filter by internal snapshots"),
            Option.Flag("external", "filter by external snapshots"),
            Option.Flag("tree", "list snapshots in a tree"),
            Option.Text("from", "limit list to children of given snapshot", Completers.Snapshots),
            Option.Flag("current", "limit list to children of current snapshot"),
            Option.Flag("descendants", "with --from, list all descendants"),
            Option.Flag("name", "list snapshot names only"),
            Option.Flag("topological", "sort list topologically rather than by name"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("tree", "name");
        arguments.Exclusive("parent", "roots");
        arguments.Exclusive("parent", "tree");
        arguments.Exclusive("roots", "tree");
        arguments.Exclusive("roots", "from");
        arguments.Exclusive("roots", "current");
        var flags = Filter(arguments);
        var domain = await shell.DomainAsync(arguments);
        var start = arguments.Has("from") || arguments.Has("current")
            ? await SnapshotLookup.FindAsync(arguments, domain, "from")
            : null;
        var found = start is null ? await domain.ListAllSnapshotsAsync(flags) : await start.ListAllChildrenAsync(flags);
        var snapshots = found.ToArray();
        if (!arguments.Has("topological"))
        {
            Array.Sort(snapshots, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        }

        if (arguments.Has("tree"))
        {
            await PrintTreeAsync(shell, snapshots);
        }
        else if (arguments.Has("name"))
        {
            shell.Print(string.Concat(snapshots.Select(static snapshot => snapshot.Name + "\n")));
        }
        else
        {
            await PrintTableAsync(shell, snapshots, arguments.Has("parent"));
        }
    }

    private static readonly (string Option, VirDomainSnapshotListFlags Flag)[] Filters =
    [
        ("leaves", VIR_DOMAIN_SNAPSHOT_LIST_LEAVES),
        ("no-leaves", VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES),
        ("inactive", VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE),
        ("active", VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE),
        ("disk-only", VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY),
        ("internal", VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL),
        ("external", VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL),
    ];

    private static VirDomainSnapshotListFlags Filter(Arguments arguments)
    {
        VirDomainSnapshotListFlags flags = 0;
        foreach (var (option, flag) in Filters.Where(filter => arguments.Has(filter.Option)))
        {
            flags |= arguments.Has("tree")
                ? throw new CommandFailure($"--{option} and --tree are mutually exclusive")
                : flag;
        }

        if (arguments.Has("descendants") && !arguments.Has("from") && !arguments.Has("current"))
        {
            throw new CommandFailure("--descendants requires either --from or --current");
        }

        return flags
            | arguments.Flag("topological", VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL)
            | arguments.Flag("roots", VIR_DOMAIN_SNAPSHOT_LIST_ROOTS)
            | arguments.Flag("metadata", VIR_DOMAIN_SNAPSHOT_LIST_METADATA)
            | arguments.Flag("no-metadata", VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA)
            | arguments.Flag("descendants", VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS);
    }

    private static async Task PrintTreeAsync(Shell shell, DomainSnapshot[] snapshots)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var snapshot in snapshots)
        {
            var xml = XmlText.Parse(await snapshot.GetXmlDescAsync(), "(domain_snapshot)");
            parents[snapshot.Name] = xml.Get("parent/name");
        }

        shell.Print(Tree.Draw([.. parents.Keys], name => parents[name]));
    }

    private static async Task PrintTableAsync(Shell shell, DomainSnapshot[] snapshots, bool withParent)
    {
        var table = withParent
            ? new Table("Name", "Creation Time", "State", "Parent")
            : new Table("Name", "Creation Time", "State");
        foreach (var snapshot in snapshots)
        {
            var xml = XmlText.Parse(await snapshot.GetXmlDescAsync(), "(domain_snapshot)");
            if (xml.Get("state") is not { } state || !long.TryParse(xml.Get("creationTime"), out var seconds))
            {
                continue;
            }

            var time = DateTimeOffset.FromUnixTimeSeconds(seconds).ToLocalTime();
            var shown = time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
            shown = shown.Remove(shown.Length - 3, 1);
            if (withParent)
            {
                table.Add(snapshot.Name, shown, state, xml.Get("parent/name") ?? "");
            }
            else
            {
                table.Add(snapshot.Name, shown, state);
            }
        }

        table.PrintTo(shell);
    }
}
