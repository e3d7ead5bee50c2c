using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;

namespace Lodge.Storage.Volumes.Images;

/// <summary>The options of a new image's format (<c>qemu-img create -o</c>).</summary>
internal sealed class QemuImgOptions
{
    private const string FirstVersion = "0.10";
    private readonly List<string> _options = [];

    /// <summary>Writes them.</summary>
    /// <param name="build">The image.</param>
    /// <param name="backing">What lies below it.</param>
    /// <param name="secretAlias">QEMU's name of its passphrase.</param>
    public static string Write(VolumeBuild build, StorageVolumeTarget? backing, string? secretAlias)
    {
        var options = new QemuImgOptions();
        var target = build.Volume.Target;
        var isQcow2 = ImageFormats.Of(build.Volume) == StorageFormat.Qcow2;
        if (backing is not null) options.Add("backing_fmt", BackingFormat(backing));
        if (secretAlias is not null) options.AddEncryption(target.Encryption!, isQcow2 ? "encrypt." : "", secretAlias);
        if (build.Has(VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA))
        {
            options.Add("preallocation", build.Volume.Capacity > build.Volume.Allocation ? "metadata" : "falloc");
        }

        if (target.NoCopyOnWrite) options.Add("nocow", "on");
        if (isQcow2) options.Add("compat", target.Compatibility ?? FirstVersion);
        if (target.ClusterSize > 0)
        {
            options.Add("cluster_size", target.ClusterSize.ToString(CultureInfo.InvariantCulture));
        }

        if (isQcow2) options.AddFeatures(target);
        return string.Join(',', options._options);
    }

    /// <summary>Doubles commas, as QEMU's option lists want it.</summary>
    public static string Escape(string value) => value.Replace(",", ",,", StringComparison.Ordinal);

    private static string BackingFormat(StorageVolumeTarget backing) => backing.ImageFormat switch
    {
        StorageFormat.None => "raw",
        StorageFormat.Vhd => "vhdx",
        StorageFormat.Ploop => "parallels",
        var format => format.ToXml(),
    };

    private void Add(string name, string value) => _options.Add($"{name}={Escape(value)}");

    private void AddEncryption(StorageEncryption encryption, string prefix, string alias)
    {
        if (prefix.Length > 0) Add("encrypt.format", "luks");
        Add(prefix + "key-secret", alias);
        if (encryption.Cipher is not { Name: { } cipher } parts) return;
        Add(prefix + "cipher-alg", string.Create(CultureInfo.InvariantCulture, $"{cipher}-{parts.Size}"));
        AddKnown(prefix + "cipher-mode", parts.Mode);
        AddKnown(prefix + "hash-alg", parts.Hash);
        if (parts.IvName is null) return;
        Add(prefix + "ivgen-alg", parts.IvName);
        AddKnown(prefix + "ivgen-hash-alg", parts.IvHash);
    }

    private void AddKnown(string name, string? value)
    {
        if (value is not null) Add(name, value);
    }

    private void AddFeatures(StorageVolumeTarget target)
    {
        var features = target.Features ?? VolumeFeatures.None;
        if (features.HasFlag(VolumeFeatures.LazyRefcounts))
        {
            RefuseFirstVersion(target, "lazy_refcounts not supported with compat level {0}");
            Add("lazy_refcounts", "on");
        }

        if (features.HasFlag(VolumeFeatures.ExtendedL2))
        {
            RefuseFirstVersion(target, "'extended_l2' not supported with compat level {0}");
            Add("extended_l2", "on");
        }
    }

    private static void RefuseFirstVersion(StorageVolumeTarget target, string text)
    {
        if (target.Compatibility == FirstVersion)
        {
            throw StorageError.Unsupported(text.Replace("{0}", FirstVersion, StringComparison.Ordinal));
        }
    }
}
