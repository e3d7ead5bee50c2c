namespace Lodge.Install.Os;

/// <summary>A disk image with the operating system already on it.</summary>
/// <param name="Architecture">What it runs on.</param>
/// <param name="Format"><c>qcow2</c>, <c>raw</c>, <c>vmdk</c>, <c>containerdisk</c> …; null where unsaid.</param>
/// <param name="HasCloudInit">Whether it reads cloud-init's seeds when it starts first.</param>
/// <param name="Url">Where it lies; null where unsaid.</param>
/// <param name="Variants">The flavours that it has.</param>
public sealed record OsImage(
    string Architecture, string? Format, bool HasCloudInit, string? Url, IReadOnlyList<string> Variants);
