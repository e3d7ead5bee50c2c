using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Secrets;

/// <summary>The refusals of the secret driver, in libvirt's words.</summary>
internal static class SecretErrors
{
    /// <summary>There is no secret of that UUID.</summary>
    public static VirException NotFound(VirUuid uuid) =>
        Of(VirErrorNumber.VIR_ERR_NO_SECRET, $"no secret with matching uuid '{uuid}'");

    /// <summary>There is no secret for that use.</summary>
    public static VirException NotFound(string usage) =>
        Of(VirErrorNumber.VIR_ERR_NO_SECRET, $"no secret with matching usage '{usage}'");

    /// <summary>Nobody gave it a value yet.</summary>
    public static VirException NoValue(VirUuid uuid) =>
        Of(VirErrorNumber.VIR_ERR_NO_SECRET, $"secret '{uuid}' does not have a value");

    /// <summary>The definition contradicts one that is there.</summary>
    public static VirException Conflict(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    /// <summary>Any other code, reported by the secret driver.</summary>
    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_SECRET, detail);
}
