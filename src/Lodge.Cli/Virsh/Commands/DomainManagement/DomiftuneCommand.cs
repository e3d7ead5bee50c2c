namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domiftune</c>: get/set parameters of a virtual interface.</summary>
internal static class DomiftuneCommand
{
    internal static Command Definition => new("domiftune", RunAsync)
    {
        Help = "get/set parameters of a virtual interface",
        Description = "Get/set parameters of a domain's virtual interface.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("interface", "interface device (MAC Address)", Completers.DomainInterfaces),
            Option.Text("inbound", "control domain's incoming traffics"),
            Option.Text("outbound", "control domain's outgoing traffics"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var device = arguments.Needed("interface");
        var changes = BandwidthRate.Changes(arguments.Text("inbound"), arguments.Text("outbound"));
        if (changes.Length > 0)
        {
            await domain.SetInterfaceParametersAsync(device, changes, impact)
                .OrFail("Unable to set interface parameters");
            return;
        }

        await domain.CountInterfaceParametersAsync(device, impact)
            .OrFail("Unable to get number of interface parameters");
        shell.PrintParameters(await domain.GetInterfaceParametersAsync(device, impact)
            .OrFail("Unable to get interface parameters"));
    }
}
