namespace Lodge.Transport.Server;

/// <summary>Who is at the other end of a connection, as the kernel vouches for it.</summary>
/// <param name="ProcessId">The process that connected; 0 when the transport does not tell.</param>
/// <param name="UserId">Its effective user.</param>
/// <param name="GroupId">Its effective group.</param>
/// <remarks>Source: <c>SO_PEERCRED</c>, unix(7).</remarks>
public readonly record struct PeerCredentials(int ProcessId, uint UserId, uint GroupId);
