using Lodge.Model.Domain;
using Lodge.Model.Storage;

namespace Lodge.Storage.Volumes;

/// <summary>
/// The passphrase of an encrypted volume that a look at its pool found: the secret that is used for its path.
/// </summary>
internal static class DefaultSecret
{
    /// <summary>The volume with its secret, where there is one.</summary>
    public static StorageVolumeDefinition Add(StorageVolumeDefinition volume, IStorageSecrets secrets)
    {
        if (volume.Target.Encryption is not { Secrets.Count: 0 } encryption) return volume;
        if (secrets.FindUuid(SecretUsage.Volume, volume.Path) is not { } uuid) return volume;
        var complete = new StorageEncryption
        {
            Format = encryption.Format, Engine = encryption.Engine, Cipher = encryption.Cipher,
        };
        complete.Secrets.Add(new SecretReference { Type = "passphrase", Uuid = uuid });
        return volume with { Target = volume.Target with { Encryption = complete } };
    }
}
