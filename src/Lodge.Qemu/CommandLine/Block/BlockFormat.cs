using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>The block node that understands an image's format.</summary>
internal static class BlockFormat
{
    public static QemuProperties Properties(
        StorageSource source, BlockPolicy policy, BlockNames names, BlockSecrets secrets)
    {
        var detectZeroes = policy.EffectiveDetectZeroes;
        var properties = new QemuProperties()
            .Add("node-name", names.Format)
            .Add("read-only", (bool?)policy.IsReadOnly)
            .Add("discard", policy.Discard == DiskDiscard.Default ? null : policy.Discard.ToXml())
            .Add("detect-zeroes", detectZeroes == DetectZeroes.Default ? null : detectZeroes.ToXml())
            .Add("cache", policy.CacheProperties());
        AddDriver(properties, source, secrets);
        properties.Add("file", NeedsSlice(source) ? names.Slice : names.Storage);
        AddBacking(properties, source);
        return properties;
    }

    /// <summary>
    /// Whether a part of the storage must be cut out by a node of its own; a raw format node does it itself.
    /// </summary>
    public static bool NeedsSlice(StorageSource source) => source.Slice is not null
        && (source.Format != StorageFormat.Raw || source.Encryption?.Format == EncryptionFormat.Luks);

    /// <summary>The node that cuts a part out of the storage.</summary>
    public static QemuProperties SliceProperties(StorageSource source, BlockPolicy policy, BlockNames names) =>
        new QemuProperties()
            .Add("driver", "raw")
            .Add("node-name", names.Slice)
            .Add("offset", (ulong?)source.Slice!.Offset)
            .Add("size", (ulong?)source.Slice.Size)
            .Add("file", names.Storage)
            .Add("auto-read-only", (bool?)true)
            .Add("discard", "unmap")
            .Add("cache", policy.CacheProperties());

    private static void AddDriver(QemuProperties properties, StorageSource source, BlockSecrets secrets)
    {
        switch (source.Format)
        {
            // A folder's FAT is made by the storage node; above it the bytes are raw.
            case StorageFormat.Fat or StorageFormat.Raw or StorageFormat.None:
                AddRaw(properties, source, secrets);
                break;
            case StorageFormat.Qcow2:
                properties.Add("driver", "qcow2").Add("encrypt", Encryption(source, secrets))
                    .AddNonZero("cache-size", source.MetadataCacheSize);
                break;
            case StorageFormat.Qcow:
                properties.Add("driver", "qcow").Add("encrypt", Encryption(source, secrets));
                break;
            case StorageFormat.Ploop:
                properties.Add("driver", "parallels");
                break;
            case StorageFormat.Vhd:
                properties.Add("driver", "vhdx");
                break;
            case StorageFormat.Bochs or StorageFormat.Cloop or StorageFormat.Dmg or StorageFormat.Vdi
                or StorageFormat.Vpc or StorageFormat.Qed or StorageFormat.Vmdk:
                properties.Add("driver", source.Format.ToXml());
                break;
            default:
                throw ConfigurationError.Internal($"mishandled storage format '{source.Format.ToXml()}'");
        }
    }

    private static void AddRaw(QemuProperties properties, StorageSource source, BlockSecrets secrets)
    {
        if (source.Encryption is { Format: EncryptionFormat.Luks } encryption && IsQemus(encryption))
        {
            properties.Add("driver", "luks").Add("key-secret", secrets.EncryptionAlias
                ?? throw ConfigurationError.Internal("missing secret info for 'luks' driver"));
            return;
        }

        properties.Add("driver", "raw");
        if (source.Slice is { } slice)
        {
            properties.Add("offset", (ulong?)slice.Offset).Add("size", (ulong?)slice.Size);
        }
    }

    private static QemuProperties? Encryption(StorageSource source, BlockSecrets secrets)
    {
        if (source.Encryption is not { } encryption || !IsQemus(encryption) || secrets.EncryptionAlias is null)
        {
            return null;
        }

        var format = encryption.Format switch
        {
            EncryptionFormat.Qcow => "aes",
            EncryptionFormat.Luks => "luks",
            EncryptionFormat.Luks2 => throw ConfigurationError.Unsupported(
                "luks2 is currently not supported by the qemu encryption engine"),
            _ => throw ConfigurationError.Internal("disk encryption without a format"),
        };
        return new QemuProperties().Add("format", format).Add("key-secret", secrets.EncryptionAlias);
    }

    private static bool IsQemus(StorageEncryption encryption) =>
        encryption.Engine is EncryptionEngine.Default or EncryptionEngine.Qemu;

    private static void AddBacking(QemuProperties properties, StorageSource source)
    {
        if (source.Backing is not { } backing) return;
        var isEnd = backing.Type == StorageType.None;
        if (source.Format >= StorageFormat.Cow)
        {
            properties.AddValue("backing", isEnd ? PropertyValue.Null : BlockNames.Of(backing).Format);
        }
        else if (!isEnd)
        {
            throw ConfigurationError.Unsupported(
                $"storage format '{source.Format.ToXml()}' does not support backing store");
        }
    }
}
