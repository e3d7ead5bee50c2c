using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Images;

/// <summary>Which images <c>qemu-img</c> can make, refused in libvirt's words before it is run.</summary>
internal static class QemuImgCheck
{
    private const VirStorageVolCreateFlags Preallocation =
        VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA;

    public static void Run(VolumeBuild build)
    {
        var (volume, format) = (build.Volume, ImageFormats.Of(build.Volume));
        CheckEncryption(volume, format);
        if (build.Input?.Target.Encryption is { Format: not EncryptionFormat.Luks })
        {
            throw StorageError.Unsupported("encryption format of inputvol must be LUKS");
        }

        if (format != StorageFormat.Qcow2)
        {
            if (build.Has(Preallocation))
            {
                throw StorageError.Unsupported("metadata preallocation only available with qcow2");
            }

            if (volume.Target.Compatibility is not null)
            {
                throw StorageError.Unsupported("compatibility option only available with qcow2");
            }

            if (volume.Target.Features is not null)
            {
                throw StorageError.Unsupported("format features only available with qcow2");
            }
        }

        if (volume.Backing is { } backing) CheckBacking(build, backing, format);
    }

    private static void CheckBacking(VolumeBuild build, StorageVolumeTarget backing, StorageFormat format)
    {
        if (format == StorageFormat.Raw) throw StorageError.Unsupported("cannot set backing store for raw volume");
        if (build.Has(Preallocation))
        {
            throw StorageError.Unsupported("metadata preallocation conflicts with backing store");
        }

        if (build.Input?.Backing is { } below && below.Path != backing.Path)
        {
            throw StorageError.Internal("a different backing store cannot be specified.");
        }

        var path = backing.Path!.StartsWith('/') ? backing.Path : $"{build.Pool.Definition.TargetPath}/{backing.Path}";
        const int Readable = 4;
        if (LibC.Access(path, Readable) != 0)
        {
            throw StorageError.System($"inaccessible backing store volume {backing.Path}");
        }
    }

    private static void CheckEncryption(StorageVolumeDefinition volume, StorageFormat format)
    {
        if (volume.Target.Encryption is not { } encryption) return;
        if (encryption.Format is EncryptionFormat.Qcow or EncryptionFormat.Default
            && format is StorageFormat.Qcow or StorageFormat.Qcow2)
        {
            throw StorageError.Unsupported("creation of qcow2 encrypted image is not supported");
        }

        CheckLuks(encryption, format);
    }

    /// <summary>Whether a volume's encryption can be worked with: LUKS, with one passphrase.</summary>
    public static void CheckLuks(StorageEncryption encryption, StorageFormat format)
    {
        if (format is not (StorageFormat.Raw or StorageFormat.Qcow2))
        {
            throw StorageError.Unsupported($"volume encryption unsupported with format {format.ToXml()}");
        }

        if (encryption.Format != EncryptionFormat.Luks)
        {
            throw format == StorageFormat.Raw
                ? StorageError.Internal("Only luks encryption is supported for raw files")
                : StorageError.Unsupported($"unsupported volume encryption format {(int)encryption.Format}");
        }

        switch (encryption.Secrets.Count)
        {
            case 0:
                throw StorageError.Of(VirErrorNumber.VIR_ERR_XML_ERROR, "no secret provided for luks encryption");
            case > 1:
                throw StorageError.Of(VirErrorNumber.VIR_ERR_XML_ERROR, "too many secrets for luks encryption");
        }
    }
}
