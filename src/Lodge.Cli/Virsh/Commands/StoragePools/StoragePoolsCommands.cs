namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary>The commands that virsh lists under "Storage Pool".</summary>
internal static class StoragePoolsCommands
{
    internal static readonly CommandGroup Group = new("Storage Pool", "pool",
    [
        new("find-storage-pool-sources-as", static () => FindStoragePoolSourcesAsCommand.Definition),
        new("find-storage-pool-sources", static () => FindStoragePoolSourcesCommand.Definition),
        new("pool-autostart", static () => PoolAutostartCommand.Definition),
        new("pool-build", static () => PoolBuildCommand.Definition),
        new("pool-create-as", static () => PoolCreateAsCommand.Definition),
        new("pool-create", static () => PoolCreateCommand.Definition),
        new("pool-define-as", static () => PoolDefineAsCommand.Definition),
        new("pool-define", static () => PoolDefineCommand.Definition),
        new("pool-delete", static () => PoolDeleteCommand.Definition),
        new("pool-destroy", static () => PoolDestroyCommand.Definition),
        new("pool-dumpxml", static () => PoolDumpxmlCommand.Definition),
        new("pool-edit", static () => PoolEditCommand.Definition),
        new("pool-info", static () => PoolInfoCommand.Definition),
        new("pool-list", static () => PoolListCommand.Definition),
        new("pool-name", static () => PoolNameCommand.Definition),
        new("pool-refresh", static () => PoolRefreshCommand.Definition),
        new("pool-start", static () => PoolStartCommand.Definition),
        new("pool-undefine", static () => PoolUndefineCommand.Definition),
        new("pool-uuid", static () => PoolUuidCommand.Definition),
        new("pool-event", static () => PoolEventCommand.Definition),
        new("pool-capabilities", static () => PoolCapabilitiesCommand.Definition),
    ]);
}
