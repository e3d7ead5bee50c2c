using Lodge.Host.Programs;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Images of guests that do not run, and new ones, by qemu-img.</summary>
internal static class ImageTool
{
    private const string Program = "qemu-img";

    /// <summary>Makes an empty image that stands on another.</summary>
    public static Task CreateOverlayAsync(StorageSource overlay, StorageSource below)
    {
        var format = below.Format == StorageFormat.None ? StorageFormat.Raw : below.Format;
        return RunAsync(
            "create", "-f", overlay.Format.ToXml(), "-F", format.ToXml(), "-b", below.Path!, overlay.Path!);
    }

    /// <summary>Makes an empty image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="below">What it stands on; null for nothing.</param>
    /// <param name="size">Its size, in bytes.</param>
    public static Task CreateAsync(StorageSource image, StorageSource? below, ulong size)
    {
        string[] backing = below is null ? [] : ["-F", below.Format.ToXml(), "-b", below.Path!];
        return RunAsync(
        [
            "create", "-q", "-f", image.Format.ToXml(), .. backing, image.Path!,
            size.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ]);
    }

    /// <summary>Takes (<c>-c</c>), goes back to (<c>-a</c>) or removes (<c>-d</c>) a snapshot in an image.</summary>
    public static Task SnapshotAsync(string operation, string name, StorageSource image) =>
        RunAsync("snapshot", operation, name, image.Path!);

    private static async Task RunAsync(params string[] arguments)
    {
        var outcome = await HostProgram.RunAsync(Program, arguments);
        if (!outcome.IsSuccess)
        {
            throw DomainErrors.Internal(
                $"Child process ({Program} {string.Join(' ', arguments)}) unexpected exit status {outcome.Status}: "
                + outcome.Error.Trim());
        }
    }
}
