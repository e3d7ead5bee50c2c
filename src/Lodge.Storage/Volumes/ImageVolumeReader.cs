using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Chains;
using Lodge.Storage.Native;
using Lodge.Storage.Probing;

namespace Lodge.Storage.Volumes;

/// <summary>Reads what the files of a folder are: images, folders, devices.</summary>
public sealed class ImageVolumeReader : IVolumeReader
{
    // A file changed this lately may change again within the same tick of the kernel's clock.
    private const long SettledSeconds = 2;

    /// <inheritdoc/>
    public StorageVolumeDefinition? Read(string path, string name, StorageVolumeDefinition? known)
    {
        if (!FileFacts.TryGet(path, follow: true, out var facts))
        {
            return IsPassedOver(Marshal.GetLastPInvokeError()) ? null : throw StorageError.System(
                $"cannot stat file '{path}'");
        }

        if (facts.Kind is not (FileKind.Regular or FileKind.Folder or FileKind.Block)) return null;
        if (known is not null && IsSame(known, facts)) return Touched(known, facts);
        var volume = new StorageVolumeDefinition { Name = name, Key = path, Path = path };
        return facts.Kind == FileKind.Folder ? ReadFolder(volume, facts)
            : ReadImage(volume, path, isInMemory: known is not null);
    }

    private static bool IsPassedOver(int error) => error is LibC.NoEntry or LibC.TooManyLinks or LibC.NoSuchDevice
        or LibC.NoAccess or LibC.NotPermitted;

    // An image with another below it changes with that one.
    private static bool IsSame(StorageVolumeDefinition known, in FileFacts facts) =>
        known is { Backing: null, Target.Timestamps.Changed: var changed }
        && changed == VolumeFacts.Timestamps(facts).Changed
        && known.Physical == facts.Size
        && known.Allocation == facts.Allocated
        && changed.Seconds + SettledSeconds < DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static StorageVolumeDefinition Touched(StorageVolumeDefinition known, in FileFacts facts)
    {
        var times = VolumeFacts.Timestamps(facts);
        return known.Target.Timestamps == times
            ? known : known with { Target = known.Target with { Timestamps = times } };
    }

    private static StorageVolumeDefinition? ReadFolder(StorageVolumeDefinition volume, in FileFacts facts)
    {
        var found = volume with { Target = VolumeFacts.Apply(volume.Target, facts, label: null) };
        var image = PloopFolder.Image(volume.Path);
        if (image is null)
        {
            return found with
            {
                Type = VirStorageVolType.VIR_STORAGE_VOL_DIR,
                Target = found.Target with { Format = StorageFormat.Dir.ToXml() },
            };
        }

        return ReadImage(volume, image, isInMemory: false) is { } inside
            ? inside with { Type = VirStorageVolType.VIR_STORAGE_VOL_PLOOP }
            : null;
    }

    // What was looked at before and changed since is in use, and its head in memory.
    private static StorageVolumeDefinition? ReadImage(StorageVolumeDefinition volume, string path, bool isInMemory)
    {
        try
        {
            using var file = ImageFile.Open(path);
            ImageFile.ExpectHeadOnly(file);
            if (!FileFacts.TryGet(file, out var facts)) throw StorageError.System($"cannot stat file '{path}'");
            var sized = VolumeFacts.Apply(volume, file, facts, path);
            var header = ImageFile.ReadHeader(file, path, isInMemory);
            return VolumeFacts.Apply(sized, header) with { Backing = ReadBacking(path, header) };
        }
        catch (VirException failure) when (IsPassedOver(failure.Error.Number1))
        {
            return null;
        }
    }

    private static StorageVolumeTarget? ReadBacking(string path, ImageHeader header)
    {
        if (header.Backing is not { } backing) return null;
        var raw = new StorageVolumeTarget { Path = backing.Text, Format = StorageFormat.Raw.ToXml() };
        try
        {
            var place = BackingText.Parse(backing.Text, new StorageSource { Path = path }).Source;
            return place is { Type: StorageType.File or StorageType.Block or StorageType.Dir, Path: { } below }
                ? VolumeFacts.Backing(below, backing.Format)
                : raw;
        }
        catch (VirException)
        {
            // One image that leads nowhere must not take the whole pool away: it is shown as it is written.
            return raw;
        }
    }
}
