using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Storage.Probing;

namespace Lodge.Storage.Chains;

/// <summary>Finds what lies below an image, level by level, down to the one that stands on its own.</summary>
/// <remarks>
/// A format is taken from the image above, never from the content of the one below: a guest could have written that.
/// Source: libvirt's <c>docs/kbase/backing_chains.rst</c>.
/// </remarks>
public static class BackingChain
{
    /// <summary>How many images a chain may have.</summary>
    public const int Deepest = 200;

    /// <summary>Reads the headers of a chain, away from the caller's thread: storage may be slow.</summary>
    /// <inheritdoc cref="Read"/>
    public static async ValueTask ReadAsync(StorageSource top, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(top);
        if (top.IsEmpty) return;
        await Task.Run(() => Read(top), cancellation).WaitAsync(cancellation);
    }

    /// <summary>
    /// Reads the headers of a chain. What was said of it (<see cref="StorageSource.Backing"/>) is believed, and must be
    /// there; the rest is found. A chain that is known to end has a last <see cref="StorageType.None"/>; one that goes
    /// on where only QEMU can follow has none.
    /// </summary>
    /// <param name="top">The image at the top.</param>
    /// <exception cref="VirException">An image is missing (VIR_ERR_SYSTEM_ERROR), the chain runs in a circle or is too
    /// deep (VIR_ERR_INTERNAL_ERROR), or a format is not said (VIR_ERR_OPERATION_INVALID).</exception>
    public static void Read(StorageSource top)
    {
        ArgumentNullException.ThrowIfNull(top);
        var image = top;
        var depth = 1;
        for (; image.Backing is { Type: not StorageType.None } below; image = below)
        {
            CheckThere(image, top);
            CheckDepth(++depth, below);
        }

        if (image.Backing is not null)
        {
            CheckThere(image, top);
            return;
        }

        Walk(image, top, depth);
    }

    private static void Walk(StorageSource image, StorageSource top, int depth)
    {
        while (true)
        {
            if (image.Format == StorageFormat.None) image.Format = StorageFormat.Raw;
            if (EndsByFormat(image))
            {
                CheckThere(image, top);
                image.Backing = new StorageSource { Type = StorageType.None };
                return;
            }

            if (ReadHead(image, top) is not { } head) return;
            if (ImageHeader.Read(head, image.Format).Backing is not { } backing)
            {
                image.Backing = new StorageSource { Type = StorageType.None };
                return;
            }

            var place = BackingText.Parse(backing.Text, image);
            if (!place.IsWhole) return;
            CheckDepth(++depth, place.Source);
            SettleFormat(place.Source, backing, image, top);
            image.Backing = place.Source;
            image = place.Source;
        }
    }

    // Formats before this one know of no images below.
    private static bool EndsByFormat(StorageSource image) =>
        image.Type is StorageType.File or StorageType.Block or StorageType.Dir && image.Format < StorageFormat.Cow;

    private static void SettleFormat(StorageSource below, ImageBacking backing, StorageSource image, StorageSource top)
    {
        if (below.Format is StorageFormat.Dir or StorageFormat.Fat) return;
        if (backing.Format is { } said)
        {
            // QEMU has no driver for ISO images: their bytes are the disc's.
            below.Format = said == StorageFormat.Iso ? StorageFormat.Raw : said;
            return;
        }

        // An image that looks like one with others below it may be a guest's own work.
        var header = ReadHead(below, top) is { } head ? ImageHeader.Read(head) : null;
        if (header is null || (header.Backing is not null && !backing.MayProbe))
        {
            throw StorageError.Operation(
                $"format of backing image '{backing.Text}' of image '{image.Path}' was not specified in the image " +
                "metadata (See https://libvirt.org/kbase/backing_chains.html for troubleshooting)");
        }

        below.Format = header.Format == StorageFormat.Iso ? StorageFormat.Raw : header.Format;
    }

    private static byte[]? ReadHead(StorageSource image, StorageSource top)
    {
        if (image is not { Type: StorageType.File or StorageType.Block, Path: { } path, FdGroup: null }) return null;
        CheckThere(image, top);
        return ImageFile.ReadHead(path);
    }

    private static void CheckThere(StorageSource image, StorageSource top)
    {
        if (image is not { Type: StorageType.File or StorageType.Block or StorageType.Dir, Path: { } path,
            FdGroup: null })
        {
            return;
        }

        if (Native.FileFacts.TryGet(path, follow: true, out _)) return;
        throw ReferenceEquals(image, top)
            ? StorageError.System($"Cannot access storage file '{path}'")
            : StorageError.System($"Cannot access backing file '{path}' of storage file '{top.Path}'");
    }

    private static void CheckDepth(int depth, StorageSource image)
    {
        if (depth > Deepest)
        {
            throw StorageError.Internal(
                $"backing store for {image.Path} is self-referential or too deeply nested");
        }
    }
}
