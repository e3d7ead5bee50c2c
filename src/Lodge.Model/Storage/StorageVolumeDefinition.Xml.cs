using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Constants;

namespace Lodge.Model.Storage;

public sealed partial record StorageVolumeDefinition
{
    private static readonly string[] Types = ["file", "block", "dir", "network", "netdir", "ploop"];

    internal static StorageVolumeDefinition Parse(
        Element root, StoragePoolTraits traits, StorageVolumeXmlOptions options)
    {
        var name = root.ChildText("name") ?? throw StorageError.Xml("missing volume name element");
        var type = Array.IndexOf(Types, root.Attribute("type") is { Length: > 0 } word ? word : Types[0]);
        if (type < 0) throw StorageError.Unsupported($"unknown volume type '{root.Attribute("type")}'");

        var backing = ParseBacking(root.Child("backingStore"), traits);
        var capacity = Size(root, "capacity");
        if (capacity is null && !MayLackCapacity(options, backing))
        {
            throw StorageError.Xml("missing capacity element");
        }

        var allocation = Size(root, "allocation");
        return new StorageVolumeDefinition
        {
            Name = name,
            Key = root.ChildText("key") ?? "",
            Type = (VirStorageVolType)type,
            Capacity = capacity ?? 0,
            Allocation = allocation ?? capacity ?? 0,
            HasAllocation = allocation is not null,
            Target = StorageVolumeTarget.Parse(root.Child("target"), traits),
            Backing = backing,
        };
    }

    internal void FormatElement(XmlOutput output, StoragePoolTraits traits)
    {
        output.Start("volume").Attribute("type", Types[(int)Type]);
        output.Text("name", Name).Text("key", Key.Length == 0 ? null : Key);
        FormatExtents(output);
        FormatSize(output, "capacity", Capacity);
        FormatSize(output, "allocation", Allocation);
        if (Physical > 0) FormatSize(output, "physical", Physical);
        Target.FormatElement(output, "target", traits);
        Backing?.FormatElement(output, "backingStore", traits);
        output.End();
    }

    private static StorageVolumeTarget? ParseBacking(Element? element, StoragePoolTraits traits) =>
        element?.ChildText("path") is { } path
            ? new StorageVolumeTarget
            {
                Path = path,
                Format = StorageVolumeTarget.ParseFormat(element, traits),
                Permissions = StoragePermissions.Parse(element),
            }
            : null;

    private static bool MayLackCapacity(StorageVolumeXmlOptions options, StorageVolumeTarget? backing) =>
        options.HasFlag(StorageVolumeXmlOptions.NoCapacity)
        || (options.HasFlag(StorageVolumeXmlOptions.CapacityOfBacking) && backing is not null);

    private static ulong? Size(Element root, string name)
    {
        if (root.Child(name) is not { Text.Length: > 0 } element) return null;
        return Numbers.TryULong(element.Text, 10, out var number)
            ? ScaledValue.Scale(number, element.Attribute("unit"), 1, long.MaxValue)
            : throw StorageError.Xml("malformed capacity element");
    }

    private static void FormatSize(XmlOutput output, string name, ulong bytes) =>
        output.Start(name).Attribute("unit", "bytes").EndText(bytes.ToString(CultureInfo.InvariantCulture));

    private void FormatExtents(XmlOutput output)
    {
        output.Start("source");
        string? device = null;
        foreach (var (path, extent) in Extents)
        {
            if (path != device)
            {
                if (device is not null) output.End();
                output.Start("device").Attribute("path", path);
                device = path;
            }

            output.Start("extent").Attribute("start", (ulong?)extent.Start).Attribute("end", (ulong?)extent.End).End();
        }

        if (device is not null) output.End();
        output.EndUnlessEmpty();
    }
}
