namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-name</c>: convert a network UUID to network name.</summary>
internal static class NetNameCommand
{
    internal static Command Definition => new("net-name", RunAsync)
    {
        Help = "convert a network UUID to network name",
        Options =
        [
            Option.Data("network", "network uuid", Completers.NetworkUuids),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments, DomainKeys.Uuid);
        shell.Print(network.Name + "\n");
    }
}
