using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainGuestInfoTypes;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh guestinfo</c>: query information about the guest (via agent).</summary>
internal static class GuestinfoCommand
{
    internal static Command Definition => new("guestinfo", RunAsync)
    {
        Help = "query information about the guest (via agent)",
        Description = "Use the guest agent to query various information from guest's point of view",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Flag("user", "report active users"),
            Option.Flag("os", "report operating system information"),
            Option.Flag("timezone", "report timezone information"),
            Option.Flag("hostname", "report hostname"),
            Option.Flag("filesystem", "report filesystem information"),
            Option.Flag("disk", "report disk information"),
            Option.Flag("interface", "report interface information"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var types = arguments.Flag("user", VIR_DOMAIN_GUEST_INFO_USERS)
            | arguments.Flag("os", VIR_DOMAIN_GUEST_INFO_OS)
            | arguments.Flag("timezone", VIR_DOMAIN_GUEST_INFO_TIMEZONE)
            | arguments.Flag("hostname", VIR_DOMAIN_GUEST_INFO_HOSTNAME)
            | arguments.Flag("filesystem", VIR_DOMAIN_GUEST_INFO_FILESYSTEM)
            | arguments.Flag("disk", VIR_DOMAIN_GUEST_INFO_DISKS)
            | arguments.Flag("interface", VIR_DOMAIN_GUEST_INFO_INTERFACES);
        var domain = await shell.DomainAsync(arguments);
        shell.PrintParameters(await domain.GetGuestInfoAsync(types), width: 20);
    }
}
