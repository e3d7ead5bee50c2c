namespace Lodge.Web.NewGuest;

/// <summary>A folder for what an installer is given; it goes when it is no longer needed.</summary>
internal sealed class InstallFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("lodge-web-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
