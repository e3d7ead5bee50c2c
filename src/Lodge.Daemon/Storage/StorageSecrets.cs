using Lodge.Model.Domain;
using Lodge.Qemu.Secrets;
using Lodge.Storage;

namespace Lodge.Daemon.Storage;

/// <summary>The passphrases of pools and volumes, from where those of guests are.</summary>
internal sealed class StorageSecrets(ISecretStore secrets) : IStorageSecrets
{
    /// <inheritdoc/>
    public byte[] Find(SecretUsage usage, SecretReference secret) => secrets.Find(usage, secret.Uuid, secret.Usage);
}
