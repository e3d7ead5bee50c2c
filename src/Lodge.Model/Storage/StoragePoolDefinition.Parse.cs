using Lodge.Model.Xml;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

public sealed partial record StoragePoolDefinition
{
    internal static StoragePoolDefinition Parse(Element root)
    {
        var type = root.RequiredNamed("type", StoragePoolTypeNames.Table);
        var traits = StoragePoolTraits.Of(type);
        var source = root.Child("source") is { } element
            ? StoragePoolSource.Parse(element, traits)
            : new StoragePoolSource { Format = traits.DefaultSourceFormat };
        var name = ParseName(root, source, traits);
        var uuid = ParseUuid(root);
        var copyOnWrite = ParseFeatures(root, type);
        source = CheckSource(source, name, traits);
        var target = traits.IsOnNetwork ? "" : ParseTarget(root, type, source);
        var permissions = traits.IsOnNetwork
            ? StoragePermissions.None
            : StoragePermissions.Parse(root.Child("target"));
        if (type == StoragePoolType.IscsiDirect && source.InitiatorName is null)
        {
            throw StorageError.Unsupported("missing initiator IQN");
        }

        return new()
        {
            Type = type,
            Name = name,
            Uuid = uuid,
            Source = source,
            TargetPath = target,
            Permissions = permissions,
            CopyOnWrite = copyOnWrite,
            RefreshAllocation = ParseRefresh(root),
            MountOptions = type is StoragePoolType.Fs or StoragePoolType.Netfs ? ParseMountOptions(root) : [],
        };
    }

    private static string ParseName(Element root, StoragePoolSource source, StoragePoolTraits traits)
    {
        var name = root.ChildText("name")
            ?? (traits.Has(StoragePoolParts.Name) ? source.Name : null)
            ?? throw StorageError.Xml("missing pool source name element");
        return name.Contains('/', StringComparison.Ordinal)
            ? throw StorageError.Xml($"name {name} cannot contain '/'")
            : name;
    }

    private static VirUuid ParseUuid(Element root) => root.ChildText("uuid") switch
    {
        null => VirUuid.Random(),
        { } text => VirUuid.TryParse(text, out var uuid) ? uuid : throw StorageError.Xml("malformed uuid element"),
    };

    private static bool? ParseFeatures(Element root, StoragePoolType type)
    {
        var state = root.Child("features", "cow")?.YesNo("state");
        return state is not null && type is not (StoragePoolType.Fs or StoragePoolType.Dir)
            ? throw StorageError.Of(
                VirErrorNumber.VIR_ERR_NO_SUPPORT, "cow feature may only be used for 'fs' and 'dir' pools")
            : state;
    }

    private static StoragePoolSource CheckSource(StoragePoolSource source, string name, StoragePoolTraits traits)
    {
        if (traits.Has(StoragePoolParts.Host) && source.Hosts.Count == 0)
        {
            throw StorageError.Xml("missing storage pool source host name");
        }

        if (traits.Has(StoragePoolParts.Directory) && source.Directory is null)
        {
            throw StorageError.Xml("missing storage pool source path");
        }

        if (traits.Has(StoragePoolParts.Name) && source.Name is null)
        {
            source = source with { Name = name };
        }

        if (traits.Has(StoragePoolParts.Adapter))
        {
            source.Adapter.Validate();
        }

        return traits.Parts == StoragePoolParts.Device && source.Devices.Count == 0
            ? throw StorageError.Xml("missing storage pool source device name")
            : source;
    }

    private static string ParseTarget(Element root, StoragePoolType type, StoragePoolSource source)
    {
        var path = type switch
        {
            StoragePoolType.Logical => $"/dev/{source.Name}",
            StoragePoolType.Zfs => $"/dev/zvol/{source.Name}",
            _ => root.Child("target")?.ChildText("path") ?? throw StorageError.Xml("missing storage pool target path"),
        };
        return StoragePath.Sanitize(path);
    }

    private static RefreshAllocation? ParseRefresh(Element root)
    {
        if (root.Child("refresh", "volume")?.Attribute("allocation") is not { Length: > 0 } word)
        {
            return null;
        }

        return RefreshAllocationNames.Table.TryParse(word, out var value)
            ? value
            : throw StorageError.Unsupported($"unknown storage pool volume refresh allocation type {word}");
    }

    private static List<string> ParseMountOptions(Element root)
    {
        var options = new List<string>();
        foreach (var list in root.Children)
        {
            if (list.Name != "mount_opts" || list.NamespaceUri != MountNamespace)
            {
                continue;
            }

            foreach (var option in list.Children)
            {
                if (option.Name == "option" && option.NamespaceUri == MountNamespace)
                {
                    options.Add(option.Attribute("name")
                        ?? throw StorageError.Xml("no fs mount option name specified"));
                }
            }
        }

        return options;
    }
}
