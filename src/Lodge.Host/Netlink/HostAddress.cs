using System.Net;

namespace Lodge.Host.Netlink;

/// <summary>An address of one of the host's links.</summary>
/// <param name="LinkIndex">The link's number.</param>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">How many of its bits name the network.</param>
public sealed record HostAddress(int LinkIndex, IPAddress Address, int PrefixLength)
{
    /// <summary>The broadcast address of an IPv4 network; null for none.</summary>
    public IPAddress? Broadcast { get; init; }

    /// <summary>Whether the kernel still looks whether anybody else has it.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Whether somebody else has it.</summary>
    public bool IsDuplicate { get; init; }
}
