namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary>The commands that virsh lists under "Networking".</summary>
internal static class NetworksCommands
{
    internal static readonly CommandGroup Group = new("Networking", "network",
    [
        new("net-autostart", static () => NetAutostartCommand.Definition),
        new("net-create", static () => NetCreateCommand.Definition),
        new("net-define", static () => NetDefineCommand.Definition),
        new("net-destroy", static () => NetDestroyCommand.Definition),
        new("net-dhcp-leases", static () => NetDhcpLeasesCommand.Definition),
        new("net-dumpxml", static () => NetDumpxmlCommand.Definition),
        new("net-edit", static () => NetEditCommand.Definition),
        new("net-event", static () => NetEventCommand.Definition),
        new("net-info", static () => NetInfoCommand.Definition),
        new("net-list", static () => NetListCommand.Definition),
        new("net-name", static () => NetNameCommand.Definition),
        new("net-start", static () => NetStartCommand.Definition),
        new("net-undefine", static () => NetUndefineCommand.Definition),
        new("net-update", static () => NetUpdateCommand.Definition),
        new("net-uuid", static () => NetUuidCommand.Definition),
        new("net-port-list", static () => NetPortListCommand.Definition),
        new("net-port-create", static () => NetPortCreateCommand.Definition),
        new("net-port-dumpxml", static () => NetPortDumpxmlCommand.Definition),
        new("net-port-delete", static () => NetPortDeleteCommand.Definition),
    ]);
}
