using static Lodge.Protocol.Constants.VirDomainUndefineFlagsValues;

namespace Lodge.Cli.Virsh.Domains;

/// <summary><c>undefine</c>: forgets a domain, and its disks where that is asked for.</summary>
internal static class DomainRemoval
{
    /// <summary>Runs the command.</summary>
    internal static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Requires("delete-storage-volume-snapshots", "remove-all-storage");
        arguments.Exclusive("nvram", "keep-nvram");
        arguments.Exclusive("tpm", "keep-tpm");
        var storage = arguments.TextQuiet("storage");
        if (storage is null && !arguments.Has("remove-all-storage") && arguments.Has("wipe-storage"))
        {
            throw new CommandFailure("'--wipe-storage' requires '--storage <string>' or '--remove-all-storage'");
        }

        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var running = await domain.IsActiveAsync();
        var volumes = await VolumesAsync(shell, arguments, domain, storage, running);
        var flags = await FlagsAsync(arguments, domain, running);
        await domain.UndefineFlagsAsync(flags).OrFail($"Failed to undefine domain '{name}'");
        shell.PrintExtra($"Domain '{name}' has been undefined\n");
        if (!await DomainVolumes.RemoveAsync(shell, arguments, volumes))
        {
            throw new CommandFailure();
        }
    }

    private static async Task<IReadOnlyList<DomainVolume>> VolumesAsync(
        Shell shell, Arguments arguments, Domain domain, string? storage, bool running)
    {
        if (storage is null && !arguments.Has("remove-all-storage"))
        {
            return [];
        }

        if (running)
        {
            throw new CommandFailure("Storage volume deletion is supported only on stopped domains");
        }

        if (storage is not null && arguments.Has("remove-all-storage"))
        {
            throw new CommandFailure("Specified both --storage and --remove-all-storage");
        }

        return await DomainVolumes.FindAsync(shell, domain, storage is null ? null : CommaList.Split(storage));
    }

    /// <summary>What the daemon is to remove with the domain; it is not bothered with what is not there.</summary>
    private static async Task<VirDomainUndefineFlagsValues> FlagsAsync(
        Arguments arguments, Domain domain, bool running)
    {
        var flags = arguments.Flag("managed-save", VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)
            | arguments.Flag("snapshots-metadata", VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA)
            | arguments.Flag("checkpoints-metadata", VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA)
            | arguments.Flag("nvram", VIR_DOMAIN_UNDEFINE_NVRAM)
            | arguments.Flag("keep-nvram", VIR_DOMAIN_UNDEFINE_KEEP_NVRAM)
            | arguments.Flag("tpm", VIR_DOMAIN_UNDEFINE_TPM)
            | arguments.Flag("keep-tpm", VIR_DOMAIN_UNDEFINE_KEEP_TPM);
        if (running)
        {
            return flags & ~(VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA);
        }

        if (!await HasAsync(async () => await domain.HasManagedSaveImageAsync()))
        {
            flags &= ~VIR_DOMAIN_UNDEFINE_MANAGED_SAVE;
        }

        if (!await HasAsync(async () => await domain.CountSnapshotsAsync(
            VirDomainSnapshotListFlags.VIR_DOMAIN_SNAPSHOT_LIST_METADATA) > 0))
        {
            flags &= ~VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA;
        }

        return flags;
    }

    private static async Task<bool> HasAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            return false;
        }
    }
}
