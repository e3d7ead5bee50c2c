using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;

namespace Lodge.Storage.Volumes.Images;

/// <summary>QEMU's names of volumes' formats.</summary>
internal static class ImageFormats
{
    /// <summary>The format in which QEMU sees a volume: devices and discs are raw to it.</summary>
    public static StorageFormat Of(StorageVolumeDefinition volume) =>
        volume.Type == VirStorageVolType.VIR_STORAGE_VOL_BLOCK
            || volume.Target.ImageFormat is StorageFormat.None or StorageFormat.Iso
            ? StorageFormat.Raw
            : volume.Target.ImageFormat;

    /// <summary>The driver that reads and writes a volume.</summary>
    /// <param name="volume">The volume.</param>
    /// <param name="isEncryptedShown">Whether an encrypted raw volume is seen by its content.</param>
    public static string Driver(StorageVolumeDefinition volume, bool isEncryptedShown = true) => Of(volume) switch
    {
        StorageFormat.Raw when isEncryptedShown && volume.Target.Encryption is not null => "luks",
        StorageFormat.Ploop => "parallels",
        StorageFormat.Vhd => "vhdx",
        var format => format.ToXml(),
    };
}
