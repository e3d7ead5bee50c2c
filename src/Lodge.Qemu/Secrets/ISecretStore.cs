using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Secrets;

/// <summary>Where passphrases of disks, TPMs and keys are kept.</summary>
public interface ISecretStore
{
    /// <summary>Finds a secret's value.</summary>
    /// <param name="usage">What it is to be used for.</param>
    /// <param name="uuid">Its UUID, or null to look it up by name.</param>
    /// <param name="name">The name of its use, where no UUID is given.</param>
    /// <exception cref="VirException">There is none (<c>VIR_ERR_NO_SECRET</c>), or it may not be had.</exception>
    byte[] Find(SecretUsage usage, Guid? uuid, string? name);
}
