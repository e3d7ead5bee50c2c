using Lodge.Model.Domain;
using Lodge.Storage.Native;

namespace Lodge.Storage.Chains;

/// <summary>The text by which an image names the one below it: a path, a URI, a protocol's old form, or JSON.</summary>
/// <remarks>Source: QEMU's <c>docs/system/qemu-block-drivers.rst</c>, and libvirt's
/// <c>docs/kbase/backing_chains.rst</c>.</remarks>
public static class BackingText
{
    private const string Json = "json:";
    private const string Folder = "fat:";

    /// <summary>Finds the place that a text names.</summary>
    /// <param name="text">The text of the header.</param>
    /// <param name="above">The image that names it: a relative path begins at its folder.</param>
    /// <exception cref="Protocol.Errors.VirException">It is malformed, or of a protocol nobody knows.</exception>
    public static BackingPlace Parse(string text, StorageSource above)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(above);
        var place = IsRelative(text) ? new BackingPlace(Beside(above, text)) : ParseAbsolute(text);
        SettleType(place.Source);
        place.Source.SecurityLabels.AddRange(above.SecurityLabels);
        place.Source.BackingDetected = true;
        return place;
    }

    /// <summary>Whether a text is a path: no colon stands before its first slash.</summary>
    public static bool IsFile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return colon < 0 || (slash >= 0 && slash < colon);
    }

    private static bool IsRelative(string text) => !text.StartsWith('/') && IsFile(text);

    private static BackingPlace ParseAbsolute(string text)
    {
        if (IsFile(text)) return new(new StorageSource { Type = StorageType.File, Path = text });
        if (text.StartsWith(Folder, StringComparison.Ordinal))
        {
            return new(new StorageSource
            {
                Type = StorageType.Dir, Format = StorageFormat.Fat, Path = text[Folder.Length..],
            });
        }

        return text.StartsWith(Json, StringComparison.Ordinal) ? BackingJson.Parse(text[Json.Length..])
            : text.Contains("://", StringComparison.Ordinal) ? BackingUri.Parse(text)
            : new BackingPlace(BackingColon.Parse(text));
    }

    private static StorageSource Beside(StorageSource above, string text)
    {
        var slash = above.Path?.LastIndexOf('/') ?? -1;
        var path = slash < 0 ? text : string.Concat(above.Path.AsSpan(0, slash + 1), text);
        if (above is not { Type: StorageType.Network, Network: { } network })
        {
            return new StorageSource { Type = StorageType.File, Path = path };
        }

        var same = new NetworkStorage { Protocol = network.Protocol };
        same.Hosts.AddRange(network.Hosts);
        return new StorageSource { Type = StorageType.Network, Path = path, Network = same };
    }

    // A path does not say whether a file or a device is at its end.
    private static void SettleType(StorageSource source)
    {
        if (source is not { Type: StorageType.File, Path: { } path }) return;
        if (!FileFacts.TryGet(path, follow: true, out var facts)) return;
        if (facts.Kind == FileKind.Folder) (source.Type, source.Format) = (StorageType.Dir, StorageFormat.Dir);
        if (facts.Kind == FileKind.Block) source.Type = StorageType.Block;
    }
}
