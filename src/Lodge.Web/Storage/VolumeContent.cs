using System.Xml.Linq;
using Lodge.Web.Hypervisors;
using Microsoft.AspNetCore.Http.Features;

namespace Lodge.Web.Storage;

/// <summary>The content of volumes: sent by browsers, and fetched by them.</summary>
internal static class VolumeContent
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Adds the two addresses.</summary>
    public static void MapVolumeContent(this IEndpointRouteBuilder routes)
    {
        const string Pattern = "/hosts/{hostId}/pools/{pool}/volumes/{volume}/content";
        routes.MapPut(Pattern, UploadAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapGet(Pattern, DownloadAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> UploadAsync(
        HttpContext context, HypervisorSet hypervisors, string hostId, string pool, string volume, ulong size)
    {
        if (hypervisors.Find(hostId) is not { State: LinkState.Open } host) return Results.NotFound();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        StorageVolume? made = null;
        try
        {
            var xml = new XElement(
                "volume",
                new XElement("name", volume),
                new XElement("capacity", size),
                new XElement("allocation", 0),
                new XElement("target", new XElement("format", new XAttribute("type", "raw"))));
            var found = await host.Connection.LookupStoragePoolByNameAsync(pool, context.RequestAborted);
            made = await found.CreateVolumeXmlAsync(xml.ToString(), 0, context.RequestAborted);
            await SendAsync(made, context.Request.Body, size, context.RequestAborted);
            await found.RefreshAsync(cancellationToken: CancellationToken.None);
            return Results.NoContent();
        }
        catch (Exception error) when (error is VirException or IOException or OperationCanceledException)
        {
            // Half an image is worth nothing.
            if (made is not null) await DeleteAsync(made);
            return Results.Text(error.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static async Task SendAsync(StorageVolume volume, Stream body, ulong size, CancellationToken cancellation)
    {
        await using var stream = await volume.UploadAsync(0, size, 0, cancellation);
        var buffer = new byte[BufferSize];
        ulong sent = 0;
        for (int count; (count = await body.ReadAsync(buffer, cancellation)) > 0; sent += (ulong)count)
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellation);
        if (sent != size) throw new IOException($"{sent} of {size} bytes arrived");
        await stream.FinishAsync(cancellation);
    }

    private static async Task DeleteAsync(StorageVolume volume)
    {
        try
        {
            await volume.DeleteAsync();
        }
        catch (VirException)
        {
            // The connection is gone; the volume stays for somebody to look at.
        }
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, HypervisorSet hypervisors, string hostId, string pool, string volume)
    {
        if (hypervisors.Find(hostId) is not { State: LinkState.Open } host) return Results.NotFound();
        try
        {
            var found = await (await host.Connection.LookupStoragePoolByNameAsync(pool, context.RequestAborted))
                .LookupVolumeByNameAsync(volume, context.RequestAborted);
            var stream = await found.DownloadAsync(cancellationToken: context.RequestAborted);
            return Results.Stream(
                async target =>
                {
                    await using var source = stream;
                    var buffer = new byte[BufferSize];
                    for (int count; (count = await source.ReadAsync(buffer, context.RequestAborted)) > 0;)
                        await target.WriteAsync(buffer.AsMemory(0, count), context.RequestAborted);
                },
                "application/octet-stream",
                volume);
        }
        catch (VirException error)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
