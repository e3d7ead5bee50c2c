using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh autostart</c>: autostart a domain.</summary>
internal static class AutostartCommand
{
    internal static Command Definition => new("autostart", RunAsync)
    {
        Help = "autostart a domain",
        Description = "Configure a domain to be automatically started at boot.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_PERSISTENT)),
            Option.Flag("disable", "disable autostarting"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var on = !arguments.Has("disable");
        await domain.SetAutostartAsync(on)
            .OrFail($"Failed to {(on ? "mark" : "unmark")} domain '{name}' as autostarted");
        shell.PrintExtra($"Domain '{name}' {(on ? "marked" : "unmarked")} as autostarted\n");
    }
}
