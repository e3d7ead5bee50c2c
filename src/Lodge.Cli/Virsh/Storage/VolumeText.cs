namespace Lodge.Cli.Virsh.Storage;

/// <summary>Words of the commands about storage volumes.</summary>
internal static class VolumeText
{
    /// <summary>A volume's type.</summary>
    internal static string Type(VirStorageVolType type) => type switch
    {
        VirStorageVolType.VIR_STORAGE_VOL_FILE => "file",
        VirStorageVolType.VIR_STORAGE_VOL_BLOCK => "block",
        VirStorageVolType.VIR_STORAGE_VOL_DIR => "dir",
        VirStorageVolType.VIR_STORAGE_VOL_NETWORK => "network",
        VirStorageVolType.VIR_STORAGE_VOL_NETDIR => "netdir",
        VirStorageVolType.VIR_STORAGE_VOL_PLOOP => "ploop",
        _ => "unknown",
    };

    /// <summary>
    /// A volume's type and sizes in bytes; the physical one stands for the allocated one where asked.
    /// </summary>
    internal static async Task<(VirStorageVolType Type, ulong Capacity, ulong Allocation)> InfoAsync(
        StorageVolume volume, bool physical)
    {
        if (physical)
        {
            var exact = await volume.GetInfoFlagsAsync(VirStorageVolInfoFlags.VIR_STORAGE_VOL_GET_PHYSICAL);
            return ((VirStorageVolType)exact.Type, exact.Capacity, exact.Allocation);
        }

        var info = await volume.GetInfoAsync();
        return ((VirStorageVolType)info.Type, info.Capacity, info.Allocation);
    }
}
