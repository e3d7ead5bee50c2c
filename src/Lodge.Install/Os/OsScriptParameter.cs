namespace Lodge.Install.Os;

/// <summary>Something that an install script wants to be told.</summary>
/// <param name="Name">Its name (<c>admin-password</c>).</param>
/// <param name="IsRequired">Whether the script is useless without it.</param>
/// <param name="ValueMap">The datamap that turns common values into the script's own; null for none.</param>
public sealed record OsScriptParameter(string Name, bool IsRequired, string? ValueMap);
