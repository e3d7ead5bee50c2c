using System.Net;

namespace Lodge.Network.Filters.Learning;

/// <summary>An address that a guest was seen to have.</summary>
/// <param name="Address">The address.</param>
/// <param name="Expires">When the lease ends; null for one that was seen in use, or is leased for ever.</param>
public readonly record struct LearnedAddress(IPAddress Address, DateTimeOffset? Expires);
