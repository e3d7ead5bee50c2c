using System.Net;
using System.Net.Sockets;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>A run of addresses, both ends in it.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The last.</param>
public sealed record AddressRange(IPAddress Start, IPAddress End)
{
    /// <summary>
    /// Refuses a run that is none, is too long, or leaves its network (<c>virSocketAddrGetRange</c>).
    /// </summary>
    /// <param name="network">An address of the network; null where it is in none.</param>
    /// <param name="prefix">The network's bits.</param>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR, with libvirt's text.</exception>
    internal void Check(IPAddress? network = null, int prefix = 0)
    {
        if (Start.AddressFamily != End.AddressFamily)
        {
            throw Refuse($"mismatch of address family in range {Start} - {End}");
        }

        if (network is not null) CheckInside(network, prefix);
        var start = IpArithmetic.ToNumber(Start);
        var end = IpArithmetic.ToNumber(End);
        if (start >> 16 != end >> 16) throw Refuse($"range {Start} - {End} is too large (> 65535)");
        if (end < start) throw Refuse($"range {Start} - {End} is reversed ");
    }

    /// <summary>How many addresses it has.</summary>
    public ulong Count => (ulong)(IpArithmetic.ToNumber(End) - IpArithmetic.ToNumber(Start)) + 1;

    private void CheckInside(IPAddress network, int prefix)
    {
        if (Start.AddressFamily != network.AddressFamily)
        {
            throw Refuse($"mismatch of address family in range {Start} - {End} for network {network}");
        }

        if (prefix < 0 || prefix > IpArithmetic.Bits(network.AddressFamily))
        {
            throw Refuse($"bad prefix {prefix} for network {network} when  checking range {Start} - {End}");
        }

        if (!IpArithmetic.Contains(network, prefix, Start) || !IpArithmetic.Contains(network, prefix, End))
        {
            throw Refuse($"range {Start} - {End} is not entirely within network {network}/{prefix}");
        }

        if (network.AddressFamily != AddressFamily.InterNetwork) return;
        if (Start.Equals(IpArithmetic.Mask(network, prefix)))
        {
            throw Refuse($"start of range {Start} - {End} in network {network}/{prefix} is the network address");
        }

        if (End.Equals(IpArithmetic.Broadcast(network, prefix)))
        {
            throw Refuse($"end of range {Start} - {End} in network {network}/{prefix} is the broadcast address");
        }
    }

    private static VirException Refuse(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, detail);
}
