using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Storage;

/// <summary>A host without secrets: every one asked for is missing.</summary>
internal sealed class NoStorageSecrets : IStorageSecrets
{
    public byte[] Find(SecretUsage usage, SecretReference secret) => throw new VirException(
        VirErrorNumber.VIR_ERR_NO_SECRET,
        VirErrorDomain.VIR_FROM_SECRET,
        secret.Uuid is { } uuid
            ? $"no secret with matching uuid '{uuid:D}'"
            : $"no secret with matching usage '{secret.Usage}'");

    public Guid? FindUuid(SecretUsage usage, string name) => null;
}
