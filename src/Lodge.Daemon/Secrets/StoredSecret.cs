using Lodge.Model.Secret;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Secrets;

/// <summary>A secret as it is now: never changed, only replaced.</summary>
/// <param name="Definition">What it is for.</param>
/// <param name="Value">Its value; null before one was set.</param>
internal sealed record StoredSecret(SecretDefinition Definition, byte[]? Value)
{
    /// <summary>The secret as the wire names it.</summary>
    public RemoteSecret Wire => new()
    {
        Uuid = Definition.Uuid,
        UsageType = (int)Definition.Usage,
        UsageID = Definition.UsageId ?? "",
    };

    /// <summary>Says nothing of the value, wherever it may be printed.</summary>
    public override string ToString() => $"secret {Definition.Uuid}";
}
