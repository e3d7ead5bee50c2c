using System.Net;
using System.Net.Sockets;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>
/// Addresses as libvirt reads them (<c>virSocketAddrParse</c>): numbers only, never a name to look up.
/// </summary>
internal static class IpText
{
    /// <summary>Reads an address, or refuses it with the given error.</summary>
    public static IPAddress Parse(string text, Func<VirException> refusal) => TryParse(text) ?? throw refusal();

    /// <summary>Reads an address, or refuses it as libvirt's own parser does.</summary>
    public static IPAddress Parse(string text) => TryParse(text) ?? throw new VirException(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_NONE,
        $"Cannot parse socket address '{text}': Name or service not known");

    /// <summary>Reads an address; null where it is none.</summary>
    public static IPAddress? TryParse(string text) =>
        IPAddress.TryParse(text, out var address) && !text.Contains('[', StringComparison.Ordinal)
            && (address.AddressFamily == AddressFamily.InterNetwork || address.ScopeId == 0)
            ? address
            : null;
}
