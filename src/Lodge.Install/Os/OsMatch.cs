namespace Lodge.Install.Os;

/// <summary>An operating system found by what a medium or a tree says of itself.</summary>
/// <param name="Os">The operating system.</param>
/// <param name="Media">The medium that it was found by; null where a tree was.</param>
/// <param name="Tree">The tree that it was found by; null where a medium was.</param>
public sealed record OsMatch(GuestOs Os, OsMedia? Media, OsTree? Tree);
