namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary>The commands that virsh lists under "Interface".</summary>
internal static class InterfacesCommands
{
    internal static readonly CommandGroup Group = new("Interface", "interface",
    [
        new("iface-begin", static () => IfaceBeginCommand.Definition),
        new("iface-bridge", static () => IfaceBridgeCommand.Definition),
        new("iface-commit", static () => IfaceCommitCommand.Definition),
        new("iface-define", static () => IfaceDefineCommand.Definition),
        new("iface-destroy", static () => IfaceDestroyCommand.Definition),
        new("iface-dumpxml", static () => IfaceDumpxmlCommand.Definition),
        new("iface-edit", static () => IfaceEditCommand.Definition),
        new("iface-list", static () => IfaceListCommand.Definition),
        new("iface-mac", static () => IfaceMacCommand.Definition),
        new("iface-name", static () => IfaceNameCommand.Definition),
        new("iface-rollback", static () => IfaceRollbackCommand.Definition),
        new("iface-start", static () => IfaceStartCommand.Definition),
        new("iface-unbridge", static () => IfaceUnbridgeCommand.Definition),
        new("iface-undefine", static () => IfaceUndefineCommand.Definition),
    ]);
}
