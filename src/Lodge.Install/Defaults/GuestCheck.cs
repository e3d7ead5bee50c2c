namespace Lodge.Install.Defaults;

/// <summary>Something about a guest that may not be meant.</summary>
/// <param name="Message">What it is.</param>
/// <param name="Name">The check that finds it (<c>path_in_use</c>), by which it can be passed over.</param>
/// <param name="IsQuiet">Whether nothing is said where it is passed over.</param>
internal sealed record GuestCheck(string Message, string Name, bool IsQuiet = false);
