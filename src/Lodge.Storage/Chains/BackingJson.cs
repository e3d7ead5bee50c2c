using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Images named by QEMU's own description of a block node: <c>json:{"driver": "nbd", …}</c>.</summary>
/// <remarks>Source: QEMU QAPI <c>block-core.json</c>, <c>BlockdevOptions*</c>.</remarks>
internal static class BackingJson
{
    public static BackingPlace Parse(string text)
    {
        var root = JsonTree.Parse(text);
        var node = root["driver"] is null ? root.ObjectOf("file") ?? root : root;
        return Node(node, text, allowsFormat: true);
    }

    private static BackingPlace Node(JsonTree node, string text, bool allowsFormat)
    {
        var driver = node.TextOf("driver")
            ?? throw StorageError.Argument($"JSON backing volume definition '{text}' lacks driver name");
        return driver switch
        {
            "file" => new(Local(node, StorageType.File)),
            "host_device" or "host_cdrom" => new(Local(node, StorageType.Block)),
            "raw" when allowsFormat => Raw(node, text),
            "raw" => throw StorageError.Argument(
                $"JSON backing volume definition '{text}' must not have nested format drivers"),
            "nvme" => new(Nvme(node)),
            "http" or "https" or "ftp" or "ftps" or "tftp" => BackingJsonWeb.Parse(node, driver, text),
            _ => BackingJsonNetwork.Parse(node, driver),
        };
    }

    private static StorageSource Local(JsonTree node, StorageType type) => new()
    {
        Type = type,
        Path = node.TextOf("filename")
            ?? throw StorageError.Argument("missing 'filename' field in JSON backing volume definition"),
    };

    private static BackingPlace Raw(JsonTree node, string text)
    {
        var slice = node["offset"] is null && node["size"] is null ? null : new StorageSlice();
        if (node["offset"] is not null && slice is not null)
        {
            slice.Offset = node.TryNumber("offset", out var offset)
                ? offset
                : throw StorageError.Argument("malformed 'offset' property of 'raw' driver");
        }

        if (node["size"] is not null && slice is not null)
        {
            slice.Size = node.TryNumber("size", out var size)
                ? size
                : throw StorageError.Argument("malformed 'size' property of 'raw' driver");
        }

        var file = node.ObjectOf("file")
            ?? throw StorageError.Argument($"JSON backing volume definition '{text}' lacks 'file' object");
        var place = Node(file, text, allowsFormat: false);
        place.Source.Slice = slice;
        return place;
    }

    private static StorageSource Nvme(JsonTree node)
    {
        if (!PciAddress.TryParse(node.TextOf("device"), out var address))
        {
            throw StorageError.Argument("missing or malformed 'device' field of 'nvme' storage");
        }

        if (!node.TryNumber("namespace", out var number) || number == 0)
        {
            throw StorageError.Argument("missing or malformed 'namespace' field of 'nvme' storage");
        }

        return new StorageSource
        {
            Type = StorageType.Nvme,
            Nvme = new NvmeSource { Namespace = number, Address = address },
        };
    }
}
