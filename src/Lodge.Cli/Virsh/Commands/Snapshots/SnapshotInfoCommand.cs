using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-info</c>: snapshot information.</summary>
internal static class SnapshotInfoCommand
{
    internal static Command Definition => new("snapshot-info", RunAsync)
    {
        Help = "snapshot information",
        Description = "Returns basic information about a snapshot.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Text("snapshotname", "snapshot name", Completers.Snapshots),
            Option.Flag("current", "info on current snapshot"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var snapshot = await SnapshotLookup.FindAsync(arguments, domain, "snapshotname");
        shell.PrintField("Name:", snapshot.Name);
        shell.PrintField("Domain:", domain.Name);
        shell.PrintField("Current:", Answers.YesNo(await Answers.TryFlagAsync(snapshot.IsCurrentAsync()), "no"));
        var xml = XmlText.Parse(await snapshot.GetXmlDescAsync(), "unexpected problem reading snapshot xml");
        var state = xml.Get("state") ?? throw new CommandFailure("unexpected problem reading snapshot xml");
        shell.PrintField("State:", state);
        var isExternal = xml.Element("memory") is null
            ? state == "disk-snapshot"
            : xml.Get("memory/@snapshot") == "external"
                || xml.All("disks/disk").Any(static disk => disk.Get("@snapshot") == "external");
        shell.PrintField("Location:", isExternal ? "external" : "internal");
        shell.PrintField("Parent:", xml.Get("parent/name") ?? "-");
        shell.PrintField("Children:", await snapshot.NumChildrenAsync());
        shell.PrintField("Descendants:", await snapshot.NumChildrenAsync(
            VirDomainSnapshotListFlags.VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS));
        shell.PrintField("Metadata:", Answers.YesNo(await snapshot.HasMetadataAsync()));
    }
}
