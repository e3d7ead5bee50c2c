namespace Lodge.Install.Os;

/// <summary>A flavour of an operating system that has media of its own (<c>workstation</c>, <c>netinst</c>).</summary>
/// <param name="Id">Its name inside its operating system.</param>
/// <param name="Name">Its name as people read it.</param>
public sealed record OsVariant(string Id, string Name);
