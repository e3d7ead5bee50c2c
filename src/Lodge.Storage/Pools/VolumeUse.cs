namespace Lodge.Storage.Pools;

/// <summary>
/// Long work at a volume: until it is disposed, the volume is not deleted, and its pool does not stop.
/// </summary>
public sealed class VolumeUse : IDisposable
{
    private readonly StoragePool _pool;
    private int _isOver;

    internal VolumeUse(StoragePool pool, StorageVolume volume) => (_pool, Volume) = (pool, volume);

    /// <summary>The volume as it was when the work began.</summary>
    public StorageVolume Volume { get; }

    /// <summary>The file or device with its bytes.</summary>
    public string Path { get; internal set; } = "";

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0) return;
        _pool.Publish(s => s.Volumes.FindName(Volume.Name) is { } volume
            ? s with
            {
                Volumes = s.Volumes.With(volume with { Users = Math.Max(volume.Users - 1, 0) }),
                LongWorks = s.LongWorks - 1,
            }
            : s with { LongWorks = s.LongWorks - 1 });
    }
}
