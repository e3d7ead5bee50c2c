using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Secrets;

/// <summary>A store without secrets: every one asked for is missing.</summary>
public sealed class EmptySecretStore : ISecretStore
{
    /// <inheritdoc />
    public byte[] Find(SecretUsage usage, Guid? uuid, string? name) => throw new VirException(
        VirErrorNumber.VIR_ERR_NO_SECRET,
        VirErrorDomain.VIR_FROM_SECRET,
        uuid is { } known
            ? $"no secret with matching uuid '{known:D}'"
            : $"no secret with matching usage '{name}'");
}
