using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes.Images;

/// <summary>Images that a running QEMU holds: the refusal says who does.</summary>
public static class ImageLock
{
    private const string Complaint = "Is another process using the image";

    /// <summary>Adds to a failure who holds an image, where that is why it failed.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="words">What QEMU said.</param>
    /// <param name="path">The image that is most likely held, where QEMU names none.</param>
    public static VirException Explain(VirException failure, string words, string path)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(words);
        var start = words.IndexOf(Complaint, StringComparison.Ordinal);
        if (start < 0) return failure;
        var open = words.IndexOf('[', start);
        var close = open < 0 ? -1 : words.IndexOf(']', open);
        var image = close > 0 ? words[(open + 1)..close] : path;
        var holders = ImageHolders.Find(image);
        return holders.Count == 0
            ? failure
            : new VirException(
                failure.Code,
                failure.Domain,
                $"{failure.Error.Text2}\nimage '{image}' is used by {string.Join(", ", holders)}",
                failure);
    }
}
