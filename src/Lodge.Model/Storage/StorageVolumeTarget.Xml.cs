using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

public sealed partial record StorageVolumeTarget
{
    private const string SecondVersion = "1.1";

    private static readonly (string Name, VolumeFeatures Feature)[] FeatureNames =
    [
        ("lazy_refcounts", VolumeFeatures.LazyRefcounts),
        ("extended_l2", VolumeFeatures.ExtendedL2),
    ];

    internal static StorageVolumeTarget Parse(Element? element, StoragePoolTraits traits)
    {
        var format = ParseFormat(element, traits);
        if (element is null) return new StorageVolumeTarget { Format = format };
        var compatibility = element.ChildText("compat");
        CheckCompatibility(compatibility);
        var features = ParseFeatures(element.Child("features"));
        return new StorageVolumeTarget
        {
            Path = element.ChildText("path"),
            Format = format,
            Permissions = StoragePermissions.Parse(element),
            Encryption = element.Child("encryption") is { } encryption ? StorageEncryption.Parse(encryption) : null,
            Compatibility = compatibility ?? (features is null ? null : SecondVersion),
            NoCopyOnWrite = element.Has("nocow"),
            ClusterSize = element.ChildBytes("clusterSize", 1) ?? 0,
            Features = features,
        };
    }

    internal static string? ParseFormat(Element? element, StoragePoolTraits traits)
    {
        if (traits.VolumeFormats is not { } formats) return null;
        if (element?.ChildAttribute("format", "type") is not { } format) return traits.DefaultVolumeFormat;

        // Volumes of Ceph have images' formats, though none is listed for them.
        var isImage = formats.Count == 0 || formats == StoragePoolTraits.Of(StoragePoolType.Dir).VolumeFormats;
        var isKnown = isImage
            ? StorageFormatNames.Table.TryParse(format, out var image) && image != StorageFormat.None
            : formats.Contains(format);
        return isKnown ? format : throw StorageError.Unsupported($"unknown volume format type {format}");
    }

    internal void FormatElement(XmlOutput output, string name, StoragePoolTraits traits)
    {
        output.Start(name).Text("path", Path);
        if (traits.VolumeFormats is not null)
        {
            output.Start("format").Attribute("type", Format ?? traits.DefaultVolumeFormat).End();
        }

        Permissions.Format(output);
        FormatTimestamps(output);
        Encryption?.FormatElement(output);
        output.Text("compat", Compatibility);
        if (ClusterSize > 0)
        {
            output.Start("clusterSize").Attribute("unit", "B")
                .EndText(ClusterSize.ToString(CultureInfo.InvariantCulture));
        }

        FormatFeatures(output);
        output.EndLong();
    }

    private static VolumeFeatures? ParseFeatures(Element? element)
    {
        if (element is null) return null;
        var features = VolumeFeatures.None;
        foreach (var child in element.Children)
        {
            var index = Array.FindIndex(FeatureNames, one => one.Name == child.Name);
            if (index < 0) throw StorageError.Unsupported($"unsupported feature {child.Name}");
            features |= FeatureNames[index].Feature;
        }

        return features;
    }

    private static void CheckCompatibility(string? text)
    {
        if (text is null) return;
        var parts = text.Split('.', 2);
        if (parts.Length != 2 || !Array.TrueForAll(parts, part => Numbers.TryUInt(part, 10, out _)))
        {
            throw StorageError.Xml("forbidden characters in 'compat' attribute");
        }
    }

    private void FormatTimestamps(XmlOutput output)
    {
        if (Timestamps is not { } times) return;
        output.Start("timestamps")
            .Text("atime", times.Accessed.ToString()).Text("mtime", times.Modified.ToString())
            .Text("ctime", times.Changed.ToString()).Text("btime", times.Born.ToString())
            .End();
    }

    private void FormatFeatures(XmlOutput output)
    {
        if (Features is not { } features) return;
        output.Start("features");
        foreach (var (name, feature) in FeatureNames)
        {
            output.Flag(name, features.HasFlag(feature));
        }

        output.End();
    }
}
