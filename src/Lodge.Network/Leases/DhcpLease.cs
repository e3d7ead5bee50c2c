using System.Text.Json.Serialization;

namespace Lodge.Network.Leases;

/// <summary>An address that is lent, as libvirt's lease files have it.</summary>
public sealed record DhcpLease
{
    /// <summary>The interface's association id (IPv6).</summary>
    [JsonPropertyName("iaid")]
    public string? AssociationId { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("ip-address")]
    public required string Address { get; init; }

    /// <summary>The guest's hardware address.</summary>
    [JsonPropertyName("mac-address")]
    public required string Mac { get; init; }

    /// <summary>The guest's name, where it told one.</summary>
    [JsonPropertyName("hostname")]
    public string? HostName { get; init; }

    /// <summary>The guest's DHCP identifier.</summary>
    [JsonPropertyName("client-id")]
    public string? ClientId { get; init; }

    /// <summary>The server's DHCP identifier (IPv6).</summary>
    [JsonPropertyName("server-duid")]
    public string? ServerId { get; init; }

    /// <summary>When it ends, in seconds since 1970; 0 for never.</summary>
    [JsonPropertyName("expiry-time")]
    public long ExpiryTime { get; init; }

    /// <summary>Whether it is an IPv6 address.</summary>
    [JsonIgnore]
    public bool IsV6 => Address.Contains(':', StringComparison.Ordinal);
}
