using Lodge.Model.Domain;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Secrets;

namespace Lodge.Daemon.Secrets;

/// <summary>What guests, pools and volumes ask for: private secrets too, for they are theirs to use.</summary>
internal sealed partial class SecretDriver : ISecretStore
{
    /// <inheritdoc/>
    public byte[] Find(SecretUsage usage, Guid? uuid, string? name)
    {
        var secret = uuid is { } known ? Find(VirUuid.Of(known)) : Find(usage, name ?? "");
        var found = secret.Definition;
        if (found.Usage != SecretUsage.None && found.Usage != usage)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_SECRET,
                $"secret with uuid {found.Uuid} is of type '{SecretUsageNames.Table[found.Usage]}' not expected "
                    + $"'{SecretUsageNames.Table[usage]}' type");
        }

        return secret.Value ?? throw SecretErrors.NoValue(found.Uuid);
    }
}
