using System.Net;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>The network of a machine to be installed.</summary>
public sealed record KickstartNetwork
{
    /// <summary>The card (<c>eth0</c>, a MAC address); <c>link</c> is the first that is plugged in.</summary>
    public string Device { get; init; } = "link";

    /// <summary>The machine's name; null for what the network says.</summary>
    public string? HostName { get; init; }

    /// <summary>Its IPv4 address with the length of its network's prefix; null to ask the network.</summary>
    public IPNetworkAddress? Address { get; init; }

    /// <summary>The way out, where it has an address of its own; null for none.</summary>
    public IPAddress? Gateway { get; init; }

    /// <summary>Servers of names.</summary>
    public IReadOnlyList<IPAddress> NameServers { get; init; } = [];
}
