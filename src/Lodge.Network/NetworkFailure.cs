using Lodge.Host.Netlink;
using Lodge.Protocol.Errors;

namespace Lodge.Network;

/// <summary>The failures of networks on the host, in libvirt's codes.</summary>
internal static class NetworkFailure
{
    public static VirException Of(VirErrorNumber code, string detail, Exception? cause = null) =>
        new(code, VirErrorDomain.VIR_FROM_NETWORK, detail, cause);

    public static VirException Internal(string detail, Exception? cause = null) =>
        Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail, cause);

    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    /// <summary>What the kernel refused, with its own words behind ours.</summary>
    public static VirException System(string what, NetlinkException refusal) => new(
        new VirError
        {
            Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            Domain = VirErrorDomain.VIR_FROM_NETWORK,
            Message = $"{what}: {refusal.Message}",
            Text1 = "%s",
            Text2 = what,
            Number1 = refusal.Number,
        },
        refusal);
}
