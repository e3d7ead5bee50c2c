namespace Lodge.Cli.Virsh.Sessions;

/// <content>Finding storage volumes.</content>
internal sealed partial class Shell
{
    /// <summary>The volume that an option names: by name in its pool, by key, or by path.</summary>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="option">The option that names the volume.</param>
    /// <param name="poolOption">The option that names its pool; null where the command has none.</param>
    internal async Task<StorageVolume> VolumeAsync(
        Arguments arguments, string option = "vol", string? poolOption = "pool")
    {
        var name = arguments.Needed(option);
        var pool = poolOption is not null && arguments.Text(poolOption) is not null
            ? await ActivePoolAsync(arguments, poolOption)
            : null;
        var (volume, reason) = await VolumeAsync(name, pool);
        if (volume is null)
        {
            var hint = pool is null && poolOption is not null ? $", specifying --{poolOption} might help" : "";
            throw new CommandFailure($"failed to get vol '{name}'{hint}", reason);
        }

        if (pool is not null && (await volume.LookupPoolAsync()).Name != pool.Name)
        {
            throw new CommandFailure($"Requested volume '{name}' is not in pool '{pool.Name}'");
        }

        return volume;
    }

    /// <summary>A volume by name in a pool, by key or by path; else why there is none.</summary>
    internal async Task<(StorageVolume? Volume, VirException? Reason)> VolumeAsync(string name, StoragePool? pool)
    {
        VirException? reason = null;
        List<Func<ValueTask<StorageVolume>>> attempts =
        [
            () => Connection.LookupStorageVolumeByKeyAsync(name),
            () => Connection.LookupStorageVolumeByPathAsync(name),
        ];
        if (pool is not null)
        {
            attempts.Insert(0, () => pool.LookupVolumeByNameAsync(name));
        }

        foreach (var attempt in attempts)
        {
            try
            {
                return (await attempt(), null);
            }
            catch (VirException error)
            {
                reason = error;
            }
        }

        return (null, reason);
    }

    private async Task<StoragePool> ActivePoolAsync(Arguments arguments, string option)
    {
        var pool = await PoolAsync(arguments, option);
        return await pool.IsActiveAsync()
            ? pool
            : throw new CommandFailure($"pool '{arguments.Needed(option)}' is not active");
    }
}
