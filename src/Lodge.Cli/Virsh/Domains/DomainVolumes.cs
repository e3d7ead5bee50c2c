using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>A volume that a disk of a domain uses.</summary>
/// <param name="Volume">The volume.</param>
/// <param name="Target">The disk's name in the guest.</param>
/// <param name="Source">Where the disk's definition says it is.</param>
internal sealed record DomainVolume(StorageVolume Volume, string Target, string Source);

/// <summary>The volumes of a domain's disks.</summary>
internal static class DomainVolumes
{
    /// <summary>Finds them.</summary>
    /// <param name="shell">The connection.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="names">Targets or sources to look for; null for all.</param>
    /// <exception cref="CommandFailure">A name is not in the definition.</exception>
    internal static async Task<IReadOnlyList<DomainVolume>> FindAsync(
        Shell shell, Domain domain, List<string>? names)
    {
        var xml = await Shell.DomainXmlAsync(domain);
        var found = new List<DomainVolume>();
        foreach (var disk in xml.All("devices/disk"))
        {
            if (disk.Get("target/@dev") is not { } target || DiskSource.Of(disk) is not { } source
                || (names is not null && names.RemoveAll(name => name == target || name == source) == 0))
            {
                continue;
            }

            if (await VolumeAsync(shell, disk, target, source) is { } volume)
            {
                found.Add(new DomainVolume(volume, target, source));
            }
        }

        foreach (var name in names ?? [])
        {
            shell.Error($"Volume '{name}' was not found in domain's definition.\n");
        }

        return names is { Count: > 0 } ? throw new CommandFailure() : found;
    }

    /// <summary>Removes them, wiped first where asked.</summary>
    /// <returns>Whether all are gone.</returns>
    internal static async Task<bool> RemoveAsync(
        Shell shell, Arguments arguments, IReadOnlyList<DomainVolume> volumes)
    {
        var flags = arguments.Flag(
            "delete-storage-volume-snapshots", VirStorageVolDeleteFlags.VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS);
        var all = true;
        foreach (var volume in volumes)
        {
            if (arguments.Has("wipe-storage") && !await WipeAsync(shell, volume))
            {
                all = false;
                continue;
            }

            try
            {
                await volume.Volume.DeleteAsync(flags);
                shell.PrintExtra($"Volume '{volume.Target}'({volume.Source}) removed.\n");
            }
            catch (VirException)
            {
                shell.Error($"Failed to remove storage volume '{volume.Target}'({volume.Source})");
                all = false;
            }
        }

        return all;
    }

    private static async Task<bool> WipeAsync(Shell shell, DomainVolume volume)
    {
        shell.PrintExtra($"Wiping volume '{volume.Target}'({volume.Source}) ... ");
        shell.Flush();
        try
        {
            await volume.Volume.WipeAsync();
            shell.PrintExtra("Done.\n");
            return true;
        }
        catch (VirException)
        {
            shell.Error("Failed! Volume not removed.");
            return false;
        }
    }

    private static async Task<StorageVolume?> VolumeAsync(Shell shell, XElement disk, string target, string source)
    {
        StorageVolume? volume;
        if (disk.Get("source/@pool") is { } poolName)
        {
            var pool = await Shell.FoundAsync(() => shell.Connection.LookupStoragePoolByNameAsync(poolName));
            if (pool is null)
            {
                shell.Error($"Storage pool '{poolName}' for volume '{target}' not found.");
                return null;
            }

            volume = await Shell.FoundAsync(() => pool.LookupVolumeByNameAsync(source));
        }
        else
        {
            volume = await Shell.FoundAsync(() => shell.Connection.LookupStorageVolumeByPathAsync(source));
        }

        if (volume is null)
        {
            shell.Error($"Storage volume '{target}'({source}) is not managed by libvirt. Remove it manually.\n");
        }

        return volume;
    }
}
