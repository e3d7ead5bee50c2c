using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCheckpointListFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-list</c>: List checkpoints for a domain.</summary>
internal static class CheckpointListCommand
{
    internal static Command Definition => new("checkpoint-list", RunAsync)
    {
        Help = "List checkpoints for a domain",
        Description = "Checkpoint List",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Flag("parent", "add a column showing parent checkpoint"),
            Option.Flag("roots", "list only checkpoints without parents"),
            Option.Flag("leaves", "list only checkpoints without children"),
            Option.Flag("no-leaves", "list only checkpoints that are not leaves (with children)"),
            Option.Flag("tree", "list checkpoints in a tree"),
            Option.Text("from", "limit list to children of given checkpoint", Completers.Checkpoints),
            Option.Flag("descendants", "with --from, list all descendants"),
            Option.Flag("name", "list checkpoint names only"),
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
        var flags = Filter(arguments);
        var domain = await shell.DomainAsync(arguments);
        var found = arguments.Text("from") is { } from
            ? await (await domain.LookupCheckpointByNameAsync(from)).ListAllChildrenAsync(flags)
            : await domain.ListAllCheckpointsAsync(flags);
        var checkpoints = found.ToArray();
        if (!arguments.Has("topological"))
        {
            Array.Sort(checkpoints, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        }

        if (arguments.Has("tree"))
        {
            await PrintTreeAsync(shell, checkpoints);
        }
        else if (arguments.Has("name"))
        {
            shell.Print(string.Concat(checkpoints.Select(static checkpoint => checkpoint.Name + "\n")));
        }
        else
        {
            await PrintTableAsync(shell, checkpoints, arguments.Has("parent"));
        }
    }

    private static VirDomainCheckpointListFlags Filter(Arguments arguments)
    {
        foreach (var option in (string[])["leaves", "no-leaves"])
        {
            if (arguments.Has(option) && arguments.Has("tree"))
            {
                throw new CommandFailure($"--{option} and --tree are mutually exclusive");
            }
        }

        if (arguments.Has("descendants") && !arguments.Has("from"))
        {
            throw new CommandFailure("--descendants requires --from");
        }

        return arguments.Flag("leaves", VIR_DOMAIN_CHECKPOINT_LIST_LEAVES)
            | arguments.Flag("no-leaves", VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES)
            | arguments.Flag("topological", VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL)
            | arguments.Flag("roots", VIR_DOMAIN_CHECKPOINT_LIST_ROOTS)
            | arguments.Flag("descendants", VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS);
    }

    private static async Task PrintTreeAsync(Shell shell, DomainCheckpoint[] checkpoints)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var checkpoint in checkpoints)
        {
            parents[checkpoint.Name] = await CheckpointLookup.ParentAsync(checkpoint);
        }

        shell.Print(Tree.Draw([.. parents.Keys], name => parents[name]));
    }

    private static async Task PrintTableAsync(Shell shell, DomainCheckpoint[] checkpoints, bool withParent)
    {
        var table = withParent ? new Table("Name", "Creation Time", "Parent") : new Table("Name", "Creation Time");
        foreach (var checkpoint in checkpoints)
        {
            var xml = XmlText.Parse(await checkpoint.GetXmlDescAsync(), "(domain_checkpoint)");
            if (!long.TryParse(xml.Get("creationTime"), out var seconds))
            {
                continue;
            }

            var time = DateTimeOffset.FromUnixTimeSeconds(seconds).ToLocalTime();
            var shown = time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
            shown = shown.Remove(shown.Length - 3, 1);
            string[] cells = withParent
                ? [checkpoint.Name, shown, xml.Get("parent/name") ?? ""]
                : [checkpoint.Name, shown];
            table.Add(cells);
        }

        table.PrintTo(shell);
    }
}
