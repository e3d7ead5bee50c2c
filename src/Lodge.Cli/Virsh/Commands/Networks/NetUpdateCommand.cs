using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirNetworkUpdateFlags;

namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-update</c>: update parts of an existing network's configuration.</summary>
internal static class NetUpdateCommand
{
    internal static Command Definition => new("net-update", RunAsync)
    {
        Help = "update parts of an existing network's configuration",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks()),
            Option.Data("command", "type of update (add-first, add-last (add), delete, or modify)"),
            Option.Data("section", "which section of network configuration to update"),
            Option.Data("xml",
                "name of file containing xml (or, if it starts with '<', the complete xml element itself) "
                + "to add/modify, or to be matched for search", Completers.Files),
            Option.Number("parent-index", "which parent object to search through"),
            Option.Flag("config", "affect next network startup"),
            Option.Flag("live", "affect running network"),
            Option.Flag("current", "affect current state of network"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("current", "live");
        arguments.Exclusive("current", "config");
        var network = await shell.NetworkAsync(arguments);
        var command = Number(Commands, arguments.Needed("command"), "command");
        var section = Number(Sections, arguments.Needed("section"), "section");
        var parent = arguments.Int32("parent-index") ?? -1;
        var xml = arguments.Needed("xml");
        if (!xml.StartsWith('<'))
        {
            xml = LocalFile.Read(xml);
        }

        var config = arguments.Has("config");
        var live = arguments.Has("live");
        var flags = arguments.Flag("config", VIR_NETWORK_UPDATE_AFFECT_CONFIG)
            | arguments.Flag("live", VIR_NETWORK_UPDATE_AFFECT_LIVE);
        await network.UpdateAsync((VirNetworkUpdateCommand)command, (VirNetworkUpdateSection)section, parent, xml,
            flags)
            .OrFail($"Failed to update network {network.Name}");
        var what = (config, live) switch
        {
            (true, true) => "persistent config and live state",
            (true, false) => "persistent config",
            (false, true) => "live state",
            _ => await network.IsActiveAsync() ? "live state" : "persistent config",
        };
        shell.PrintExtra($"Updated network {network.Name} {what}");
    }

    private static readonly string[] Commands = ["none", "modify", "delete", "add-last", "add-first"];

    private static readonly string[] Sections =
    [
        "none", "bridge", "domain", "ip", "ip-dhcp-host", "ip-dhcp-range", "forward", "forward-interface", "forward-pf",
        "portgroup", "dns-host", "dns-txt", "dns-srv",
    ];

    private static int Number(string[] names, string name, string kind)
    {
        var number = Array.IndexOf(names, name == "add" ? "add-last" : name);
        return number > 0 ? number : throw new CommandFailure($"unrecognized {kind} name '{name}'");
    }
}
