using Lodge.Cli.Virsh.Commands.Backups;
using Lodge.Cli.Virsh.Commands.Checkpoints;
using Lodge.Cli.Virsh.Commands.DomainEvents;
using Lodge.Cli.Virsh.Commands.DomainManagement;
using Lodge.Cli.Virsh.Commands.DomainMonitoring;
using Lodge.Cli.Virsh.Commands.Host;
using Lodge.Cli.Virsh.Commands.Interfaces;
using Lodge.Cli.Virsh.Commands.Itself;
using Lodge.Cli.Virsh.Commands.NetworkFilters;
using Lodge.Cli.Virsh.Commands.Networks;
using Lodge.Cli.Virsh.Commands.NodeDevices;
using Lodge.Cli.Virsh.Commands.Secrets;
using Lodge.Cli.Virsh.Commands.Snapshots;
using Lodge.Cli.Virsh.Commands.StoragePools;
using Lodge.Cli.Virsh.Commands.StorageVolumes;

namespace Lodge.Cli.Virsh.Commands;

/// <summary>Every command of virsh; a group's table is made when the search comes to it.</summary>
internal static class CommandTable
{
    private static readonly Func<CommandGroup>[] Loaders =
    [
        static () => DomainManagementCommands.Group,
        static () => DomainMonitoringCommands.Group,
        static () => DomainEventsCommands.Group,
        static () => HostCommands.Group,
        static () => CheckpointsCommands.Group,
        static () => InterfacesCommands.Group,
        static () => NetworkFiltersCommands.Group,
        static () => NetworksCommands.Group,
        static () => NodeDevicesCommands.Group,
        static () => SecretsCommands.Group,
        static () => SnapshotsCommands.Group,
        static () => BackupsCommands.Group,
        static () => StoragePoolsCommands.Group,
        static () => StorageVolumesCommands.Group,
        static () => ItselfCommands.Group,
    ];

    /// <summary>The groups in the order of listing.</summary>
    internal static IEnumerable<CommandGroup> Groups => Loaders.Select(static load => load());

    /// <summary>The names that are offered for completion.</summary>
    internal static IEnumerable<string> VisibleNames =>
        Groups.SelectMany(static group => group.Visible).Select(static command => command.Name);

    /// <summary>Finds a command by its name, or null.</summary>
    internal static Command? Find(string name)
    {
        foreach (var load in Loaders)
        {
            if (load().Find(name) is { } command)
            {
                return command;
            }
        }

        return null;
    }

    /// <summary>Finds a group by its heading or its keyword, or null.</summary>
    internal static CommandGroup? FindGroup(string name) =>
        Groups.FirstOrDefault(group => group.Name == name || group.Keyword == name);
}
