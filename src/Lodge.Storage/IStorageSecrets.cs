using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Storage;

/// <summary>Where the passphrases of pools and volumes are kept.</summary>
public interface IStorageSecrets
{
    /// <summary>Finds a secret's value.</summary>
    /// <param name="usage">What it is to be used for.</param>
    /// <param name="secret">Its UUID or its name.</param>
    /// <exception cref="VirException">There is none (VIR_ERR_NO_SECRET), or it has no value.</exception>
    byte[] Find(SecretUsage usage, SecretReference secret);

    /// <summary>The UUID of the secret that is used for something; null where there is none.</summary>
    /// <param name="usage">What it is used for.</param>
    /// <param name="name">What it is used for by name, such as a volume's path.</param>
    Guid? FindUuid(SecretUsage usage, string name);
}
