using Lodge.Storage.Volumes;

namespace Lodge.Storage;

/// <summary>How a <see cref="StorageDriver"/> is set up.</summary>
public sealed record StorageDriverOptions
{
    /// <summary>Where the pool <c>default</c> is, which the first start defines; null for none.</summary>
    public string? DefaultPoolPath { get; init; }

    /// <summary>Reads what files and devices are.</summary>
    public IVolumeReader VolumeReader { get; init; } = new ImageVolumeReader();

    /// <summary>What can be done with volumes that are files of a folder.</summary>
    public IVolumeBackend FileVolumes { get; init; } = new NoVolumeWork();

    /// <summary>Where passphrases are kept.</summary>
    public IStorageSecrets Secrets { get; init; } = new NoStorageSecrets();

    /// <summary>Names the running guest that uses a file or device; null where none does.</summary>
    public Func<string, string?> FindGuest { get; init; } = static _ => null;

    /// <summary>Told what goes wrong where nobody waits for an answer.</summary>
    public Action<string> Report { get; init; } = static _ => { };
}
