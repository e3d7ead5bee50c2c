namespace Lodge.Cli.Virsh.Commands.NodeDevices;

/// <summary>The commands that virsh lists under "Node Device".</summary>
internal static class NodeDevicesCommands
{
    internal static readonly CommandGroup Group = new("Node Device", "nodedev",
    [
        new("nodedev-create", static () => NodedevCreateCommand.Definition),
        new("nodedev-destroy", static () => NodedevDestroyCommand.Definition),
        new("nodedev-detach", static () => NodedevDetachCommand.Definition),
        new("nodedev-dettach", static () => NodedevDetachCommand.Definition) { IsAlias = true },
        new("nodedev-dumpxml", static () => NodedevDumpxmlCommand.Definition),
        new("nodedev-list", static () => NodedevListCommand.Definition),
        new("nodedev-reattach", static () => NodedevReattachCommand.Definition),
        new("nodedev-reset", static () => NodedevResetCommand.Definition),
        new("nodedev-event", static () => NodedevEventCommand.Definition),
        new("nodedev-define", static () => NodedevDefineCommand.Definition),
        new("nodedev-undefine", static () => NodedevUndefineCommand.Definition),
        new("nodedev-start", static () => NodedevStartCommand.Definition),
        new("nodedev-autostart", static () => NodedevAutostartCommand.Definition),
        new("nodedev-info", static () => NodedevInfoCommand.Definition),
    ]);
}
