using static Lodge.Protocol.Constants.VirConnectListAllInterfacesFlags;

namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-list</c>: list physical host interfaces.</summary>
internal static class IfaceListCommand
{
    internal static Command Definition => new("iface-list", RunAsync)
    {
        Help = "list physical host interfaces",
        Description = "Returns list of physical host interfaces.",
        Options =
        [
            Option.Flag("inactive", "list inactive interfaces"),
            Option.Flag("all", "list inactive & active interfaces"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("all", "inactive");
        var onlyInactive = arguments.Has("inactive");
        var flags = arguments.Has("all") ? VIR_CONNECT_LIST_INTERFACES_INACTIVE | VIR_CONNECT_LIST_INTERFACES_ACTIVE
            : onlyInactive ? VIR_CONNECT_LIST_INTERFACES_INACTIVE
            : VIR_CONNECT_LIST_INTERFACES_ACTIVE;
        var nics = (await shell.Connection.ListAllInterfacesAsync(flags).OrFailListing(
            "Failed to list interfaces",
            $"Failed to list {(onlyInactive ? "inactive" : "active")} interfaces",
            () => onlyInactive
                ? shell.Connection.NumOfDefinedInterfacesAsync()
                : shell.Connection.NumOfInterfacesAsync())).ToArray();
        Array.Sort(nics, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        var table = new Table("Name", "State", "MAC Address");
        foreach (var nic in nics)
        {
            var active = await Answers.TryFlagAsync(nic.IsActiveAsync());
            table.Add(nic.Name, active == false ? "inactive" : "active", nic.Mac);
        }

        table.PrintTo(shell);
    }
}
