using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

/// <summary>The refusals of the network driver, in libvirt's words.</summary>
internal static class NetworkErrors
{
    /// <summary>There is no network of that UUID.</summary>
    public static VirException NotFound(VirUuid uuid, string name) =>
        Of(VirErrorNumber.VIR_ERR_NO_NETWORK, $"no network with matching uuid '{uuid}' ({name})");

    /// <summary>There is no network of that name.</summary>
    public static VirException NotFound(string name) =>
        Of(VirErrorNumber.VIR_ERR_NO_NETWORK, $"no network with matching name '{name}'");

    /// <summary>The network is not in the state that the call needs.</summary>
    public static VirException Invalid(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    /// <summary>The call needs a network that runs.</summary>
    public static VirException NotActive(string name) => Invalid($"network '{name}' is not active");

    /// <summary>The host or a file is not as it must be.</summary>
    public static VirException Internal(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    /// <summary>Any other code, reported by the network driver.</summary>
    public static VirException Of(VirErrorNumber code, string? detail) =>
        new(code, VirErrorDomain.VIR_FROM_NETWORK, detail);
}
