using static Lodge.Protocol.Constants.VirConnectListAllNetworksFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-list</c>: list networks.</summary>
internal static class NetListCommand
{
    internal static Command Definition => new("net-list", RunAsync)
    {
        Help = "list networks",
        Description = "Returns list of networks.",
        Options =
        [
            Option.Flag("inactive", "list inactive networks"),
            Option.Flag("all", "list inactive & active networks"),
            Option.Flag("persistent", "list persistent networks"),
            Option.Flag("transient", "list transient networks"),
            Option.Flag("autostart", "list networks with autostart enabled"),
            Option.Flag("no-autostart", "list networks with autostart disabled"),
            Option.Flag("uuid", "list uuid's only"),
            Option.Flag("name", "list network names only"),
            Option.Flag("table", "list table (default)"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var onlyInactive = arguments.Has("inactive") && !arguments.Has("all");
        var flags = arguments.Has("all") ? VIR_CONNECT_LIST_NETWORKS_ACTIVE | VIR_CONNECT_LIST_NETWORKS_INACTIVE
            : onlyInactive ? VIR_CONNECT_LIST_NETWORKS_INACTIVE
            : VIR_CONNECT_LIST_NETWORKS_ACTIVE;
        flags |= arguments.Flag("persistent", VIR_CONNECT_LIST_NETWORKS_PERSISTENT)
            | arguments.Flag("transient", VIR_CONNECT_LIST_NETWORKS_TRANSIENT)
            | arguments.Flag("autostart", VIR_CONNECT_LIST_NETWORKS_AUTOSTART)
            | arguments.Flag("no-autostart", VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART);
        if (Formats.Count(arguments.Has) > 1)
        {
            throw new CommandFailure("Only one argument from --table, --name and --uuid may be specified.");
        }

        var networks = (await shell.Connection.ListAllNetworksAsync(flags).OrFailListing(
            "Failed to list networks",
            $"Failed to get the number of {(onlyInactive ? "inactive" : "active")} networks",
            () => onlyInactive
                ? shell.Connection.NumOfDefinedNetworksAsync()
                : shell.Connection.NumOfNetworksAsync())).ToArray();
        Array.Sort(networks, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        if (arguments.Has("name") || arguments.Has("uuid"))
        {
            var lines = networks.Select(network => (arguments.Has("uuid") ? $"{network.Uuid}" : network.Name) + "\n");
            shell.Print(string.Concat(lines));
            return;
        }

        var table = new Table("Name", "State", "Autostart", "Persistent");
        foreach (var network in networks)
        {
            var autostart = await Answers.TryFlagAsync(network.GetAutostartAsync());
            var active = await Answers.TryFlagAsync(network.IsActiveAsync());
            var persistent = await Answers.TryFlagAsync(network.IsPersistentAsync());
            table.Add(
                network.Name,
                active == false ? "inactive" : "active",
                Answers.YesNo(autostart, "no autostart"),
                persistent == false ? "no" : "yes");
        }

        table.PrintTo(shell);
    }

    private static readonly string[] Formats = ["table", "name", "uuid"];
}
