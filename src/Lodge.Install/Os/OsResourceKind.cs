namespace Lodge.Install.Os;

/// <summary>The four lists of resources that osinfo-db has.</summary>
public enum OsResourceKind
{
    /// <summary>Below these it does not run.</summary>
    Minimum,

    /// <summary>With these it runs well.</summary>
    Recommended,

    /// <summary>More than these it cannot use.</summary>
    Maximum,

    /// <summary>What its installer needs when it loads itself over the network.</summary>
    NetworkInstall,
}
