namespace Lodge.Install.Media;

/// <summary>Where installation files come from.</summary>
public enum InstallSourceKind
{
    /// <summary>A folder of this machine.</summary>
    Folder,

    /// <summary>An ISO image, or a disc in a drive.</summary>
    Iso,

    /// <summary>A server: <c>http</c>, <c>https</c>, <c>ftp</c>.</summary>
    Network,
}
