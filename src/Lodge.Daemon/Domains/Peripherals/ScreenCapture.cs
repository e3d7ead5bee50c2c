using System.Globalization;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.Peripherals;

/// <summary>Pictures of guests' screens.</summary>
internal static class ScreenCapture
{
    /// <summary>What QEMU writes.</summary>
    public const string MimeType = "image/x-portable-pixmap";

    private const int ChunkSize = 64 * 1024;

    /// <summary>Has QEMU write a picture into a file that nobody else can reach.</summary>
    /// <returns>The file, open, from its beginning; it has no name any more.</returns>
    /// <exception cref="VirException">There is no such screen, or QEMU could not.</exception>
    public static async ValueTask<FileStream> CaptureAsync(
        DomainObject domain, uint screen, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainScreenshot", cancellation);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        var videos = live.Definition.Videos;
        if (videos.Count == 0 || screen >= videos.Max(video => Math.Max(video.Heads, 1u)))
        {
            if (screen != 0 || videos.Count == 0)
                throw DomainErrors.Invalid("no such screen ID");
        }

        var path = Path.Combine(
            live.Directories.Library, string.Create(CultureInfo.InvariantCulture, $"screen-{Guid.NewGuid():N}.ppm"));
        try
        {
            await live.Monitor.ScreendumpAsync(
                path, videos[0].Alias, screen, cancellationToken: CancellationToken.None);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Sends a picture, and ends.</summary>
    public static async Task SendAsync(FileStream picture, ServerStream stream)
    {
        try
        {
            var chunk = new byte[ChunkSize];
            int count;
            while ((count = await picture.ReadAsync(chunk, stream.Closed)) > 0)
                await stream.WriteAsync(chunk.AsMemory(0, count));
            await stream.WriteEndAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!stream.Closed.IsCancellationRequested)
                Log.Warning($"Cannot send a screenshot: {failure.Message}");
            stream.Dispose();
        }
        finally
        {
            await picture.DisposeAsync();
        }
    }
}
