using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Cli.Virsh.Commands.Snapshots;

/// <summary><c>virsh snapshot-current</c>: Get or set the current snapshot.</summary>
internal static class SnapshotCurrentCommand
{
    internal static Command Definition => new("snapshot-current", RunAsync)
    {
        Help = "Get or set the current snapshot",
        Description = "Get or set the current snapshot",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT)),
            Option.Flag("name", "list the name, rather than the full xml"),
            Option.Flag("security-info", "include security sensitive information in XML dump"),
            Option.Text("snapshotname", "name of existing snapshot to make current", Completers.Snapshots),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("name", "snapshotname");
        var domain = await shell.DomainAsync(arguments);
        if (arguments.Text("snapshotname") is { } wanted)
        {
            var chosen = await domain.LookupSnapshotByNameAsync(wanted);
            var xml = await chosen.GetXmlDescAsync(VirDomainSnapshotXMLFlags.VIR_DOMAIN_SNAPSHOT_XML_SECURE);
            var diskOnly = xml.Contains("<state>disk-snapshot</state>", StringComparison.Ordinal)
                ? VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY
                : 0;
            await domain.CreateSnapshotXmlAsync(
                xml, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT | diskOnly);
            shell.PrintExtra($"Snapshot {wanted} set as current");
            return;
        }

        if (!await domain.HasCurrentSnapshotAsync())
        {
            throw new CommandFailure($"domain '{arguments.Needed("domain")}' has no current snapshot");
        }

        var current = await domain.GetCurrentSnapshotAsync();
        shell.Print(arguments.Has("name")
            ? current.Name
            : await current.GetXmlDescAsync(
                arguments.Flag("security-info", VirDomainSnapshotXMLFlags.VIR_DOMAIN_SNAPSHOT_XML_SECURE)));
    }
}
