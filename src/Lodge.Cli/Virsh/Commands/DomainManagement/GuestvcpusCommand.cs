using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh guestvcpus</c>: query or modify state of vcpu in the guest (via agent).</summary>
internal static class GuestvcpusCommand
{
    internal static Command Definition => new("guestvcpus", RunAsync)
    {
        Help = "query or modify state of vcpu in the guest (via agent)",
        Description = "Use the guest agent to query or set cpu state from guest's point of view",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("cpulist", "list of cpus to enable or disable"),
            Option.Flag("enable", "enable cpus specified by cpulist"),
            Option.Flag("disable", "disable cpus specified by cpulist"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("enable", "disable");
        arguments.Requires("enable", "cpulist");
        arguments.Requires("disable", "cpulist");
        var list = arguments.Text("cpulist");
        if (list is not null && !arguments.Has("enable") && !arguments.Has("disable"))
        {
            throw new CommandFailure("One of options --enable or --disable is required by option --cpulist");
        }

        var domain = await shell.DomainAsync(arguments);
        if (list is not null)
        {
            await domain.SetGuestVcpusAsync(list, arguments.Has("enable") ? 1 : 0);
        }
        else
        {
            shell.PrintParameters(await domain.GetGuestVcpusAsync());
        }
    }
}
