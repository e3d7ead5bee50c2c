using Lodge.Model.Storage;
using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Local;

/// <summary>The file that a volume being made is becoming: taken away again where that fails.</summary>
internal readonly struct MadeFile
{
    private readonly string _path;
    private readonly bool _wasThere;

    /// <summary>Notes whether it was there before.</summary>
    public MadeFile(StorageVolumeDefinition volume)
    {
        _path = volume.Path;
        _wasThere = FileFacts.TryGet(_path, follow: false, out _);
    }

    /// <summary>Takes it away; a device, or what was there before, stays.</summary>
    public void Remove()
    {
        if (!_wasThere) _ = LibC.Unlink(_path);
    }
}
