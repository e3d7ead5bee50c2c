using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Probing;

namespace Lodge.Storage.Volumes.Local;

/// <summary>
/// Looks at one volume again: its sizes, owners and times. What was said of it when it was made stays.
/// </summary>
internal static class VolumeRefresh
{
    /// <summary>Does it.</summary>
    /// <exception cref="VirException">VIR_ERR_NO_STORAGE_VOL where it is gone.</exception>
    public static StorageVolumeDefinition Run(StorageVolumeDefinition volume, IStorageSecrets secrets)
    {
        var path = volume.Path;
        if (!FileFacts.TryGet(path, follow: true, out var facts))
        {
            throw Marshal.GetLastPInvokeError() == LibC.NoEntry
                ? StorageError.Of(VirErrorNumber.VIR_ERR_NO_STORAGE_VOL, $"no storage vol with matching path '{path}'")
                : StorageError.System($"cannot stat file '{path}'");
        }

        ImageFile.RefuseChannels(path, facts.Kind);
        if (facts.Kind is not (FileKind.Regular or FileKind.Block or FileKind.Folder))
        {
            throw StorageError.Internal($"unexpected storage mode for '{path}'");
        }

        using var file = ImageFile.Open(PloopFolder.Image(path) ?? path);
        if (!FileFacts.TryGet(file, out facts)) throw StorageError.System($"cannot stat file '{path}'");
        var sized = VolumeFacts.Apply(volume, file, facts, path);
        if (facts.Kind == FileKind.Folder) return sized;
        var header = ImageHeader.Read(ImageFile.ReadHead(file, path), Format(volume));
        var capacity = header.Capacity > 0 ? header.Capacity : sized.Capacity;
        return DefaultSecret.Add(
            sized with
            {
                Capacity = volume.Target.Encryption is null ? capacity : VolumeFacts.Content(
                    capacity, header.Encryption),
                Backing = volume.Backing is { Path: { } below } backing
                    ? VolumeFacts.Backing(Absolute(below, path), backing.ImageFormat) with { Path = below }
                    : null,
            },
            secrets);
    }

    private static StorageFormat Format(StorageVolumeDefinition volume) =>
        volume.Target.ImageFormat == StorageFormat.None ? StorageFormat.Raw : volume.Target.ImageFormat;

    private static string Absolute(string below, string path) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "/", below);
}
