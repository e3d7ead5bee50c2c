namespace Lodge.Install.Os;

/// <summary>Drivers that an operating system lacks by itself, and where they are to be had.</summary>
/// <param name="Architecture">What they run on.</param>
/// <param name="Location">The folder of the files: a URL.</param>
/// <param name="Files">The files below it.</param>
/// <param name="IsPreInstallable">Whether the installer itself can take them.</param>
/// <param name="IsSigned">Whether the operating system takes them without asking.</param>
/// <param name="DeviceIds">The devices that they are for.</param>
public sealed record OsDriver(
    string Architecture,
    string Location,
    IReadOnlyList<string> Files,
    bool IsPreInstallable,
    bool IsSigned,
    IReadOnlyList<string> DeviceIds)
{
    /// <summary>Full addresses of the files.</summary>
    public IEnumerable<string> FileLocations => Files.Select(file => $"{Location.TrimEnd('/')}/{file}");
}
