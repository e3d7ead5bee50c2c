using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh ttyconsole</c>: tty console.</summary>
internal static class TtyconsoleCommand
{
    internal static Command Definition => new("ttyconsole", RunAsync)
    {
        Help = "tty console",
        Description = "Output the device for the TTY console.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var xml = await Shell.DomainXmlAsync(await shell.DomainAsync(arguments));
        shell.Print((xml.Get("devices/console/@tty") ?? throw new CommandFailure()) + "\n");
    }
}
