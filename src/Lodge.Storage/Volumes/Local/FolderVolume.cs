using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Local;

/// <summary>Volumes that are folders.</summary>
internal static class FolderVolume
{
    /// <summary>Makes one, and takes it away again where that fails.</summary>
    public static void Build(VolumeBuild build)
    {
        if (build.Input is not null) throw StorageError.Internal("cannot copy from volume to a directory volume");
        if (build.Volume.Backing is not null)
        {
            throw StorageError.NoSupport("backing storage not supported for directories volumes");
        }

        var path = build.Volume.Path;
        if (LibC.MakeFolder(path, VolumeOwner.Mode(build.Volume)) != 0)
        {
            throw StorageError.System($"failed to create directory '{path}'");
        }

        try
        {
            VolumeOwner.Set(build.Volume);
        }
        catch
        {
            _ = LibC.RemoveFolder(path);
            throw;
        }
    }
}
