using System.Text;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Where a new volume of a folder is to be: in the folder itself, under its own name.</summary>
internal static class VolumePlace
{
    private const int NameTooLong = 36;
    private const int LongestName = 255;

    /// <summary>Settles it.</summary>
    /// <exception cref="VirException">The name leads elsewhere, or is taken.</exception>
    public static StorageVolumeDefinition Settle(StoragePoolDefinition pool, StorageVolumeDefinition asked)
    {
        var name = asked.Name;
        if (name.Contains('/', StringComparison.Ordinal))
        {
            throw StorageError.Operation($"volume name '{name}' cannot contain '/'");
        }

        var path = $"{pool.TargetPath}/{name}";
        if (name.Any(char.IsControl))
        {
            // A look at the pool passes such files over: the volume would vanish.
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR, $"volume name '{Shown(name)}' cannot contain control characters");
        }

        if (Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            throw StorageError.System(NameTooLong, $"Failed to create file '{path}'");
        }

        if (FileFacts.TryGet(path, follow: false, out _))
        {
            throw StorageError.Operation($"volume target path '{path}' already exists");
        }

        return asked with
        {
            Type = asked.Target.ImageFormat switch
            {
                StorageFormat.Dir => VirStorageVolType.VIR_STORAGE_VOL_DIR,
                StorageFormat.Ploop => VirStorageVolType.VIR_STORAGE_VOL_PLOOP,
                _ => VirStorageVolType.VIR_STORAGE_VOL_FILE,
            },
            Key = path,
            Path = path,
        };
    }

    private static string Shown(string name) => string.Concat(name.Select(one => char.IsControl(one) ? '?' : one));
}
