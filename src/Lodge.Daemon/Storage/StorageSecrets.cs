using Lodge.Daemon.Secrets;
using Lodge.Model.Domain;
using Lodge.Storage;

namespace Lodge.Daemon.Storage;

/// <summary>The passphrases of pools and volumes, from where those of guests are.</summary>
internal sealed class StorageSecrets(SecretDriver secrets) : IStorageSecrets
{
    /// <inheritdoc/>
    public byte[] Find(SecretUsage usage, SecretReference secret) => secrets.Find(usage, secret.Uuid, secret.Usage);

    /// <inheritdoc/>
    public Guid? FindUuid(SecretUsage usage, string name) => secrets.All
        .FirstOrDefault(secret => secret.Definition.Usage == usage && secret.Definition.UsageId == name)
        ?.Definition.Uuid.ToGuid();
}
