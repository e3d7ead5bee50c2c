namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-uuid</c>: convert a network name to network UUID.</summary>
internal static class NetUuidCommand
{
    internal static Command Definition => new("net-uuid", RunAsync)
    {
        Help = "convert a network name to network UUID",
        Options =
        [
            Option.Data("network", "network name", Completers.Networks()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments, DomainKeys.Name);
        shell.Print($"{network.Uuid}\n");
    }
}
