using Lodge.Web.Accounts;
using Lodge.Web.Hypervisors;
using Microsoft.AspNetCore.Mvc;

namespace Lodge.Web.Consoles;

/// <summary>The WebSockets of consoles, and the picture of a screen.</summary>
internal static class ConsoleEndpoints
{
    // A WebSocket begins with GET in HTTP/1.1, and with CONNECT in HTTP/2.
    private static readonly string[] WebSocketMethods = [HttpMethods.Get, HttpMethods.Connect];

    /// <summary>Adds them.</summary>
    public static void MapConsoles(this IEndpointRouteBuilder routes)
    {
        var consoles = routes.MapGroup("/consoles/{hostId}/{uuid:guid}").ExcludeFromDescription();
        consoles.MapMethods("/serial", WebSocketMethods, SerialAsync);
        consoles.MapMethods("/graphics/{index:int:min(0)}", WebSocketMethods, GraphicsAsync);
        consoles.MapGet("/screenshot", ScreenshotAsync);
    }

    private static async Task SerialAsync(
        HttpContext context,
        HypervisorSet hypervisors,
        SessionTable sessions,
        IHostApplicationLifetime program,
        string hostId,
        Guid uuid,
        [FromQuery] string? device,
        [FromQuery] bool force = false)
    {
        if (hypervisors.Find(hostId) is not { } host || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var end = End(context, sessions, program);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new SerialConsole(host, uuid, device, force).RunAsync(socket, end.Token);
    }

    private static async Task GraphicsAsync(
        HttpContext context,
        HypervisorSet hypervisors,
        SessionTable sessions,
        IHostApplicationLifetime program,
        string hostId,
        Guid uuid,
        int index)
    {
        if (hypervisors.Find(hostId)?.Guests.Find(uuid) is not { } guest || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var end = End(context, sessions, program);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await GraphicsConsole.RunAsync(guest, (uint)index, socket, end.Token);
    }

    private static async Task<IResult> ScreenshotAsync(
        HttpContext context, HypervisorSet hypervisors, string hostId, Guid uuid, CancellationToken cancellation)
    {
        if (hypervisors.Find(hostId)?.Guests.Find(uuid) is not { } guest) return Results.NotFound();
        try
        {
            var (type, stream) = await guest.Domain.ScreenshotAsync(cancellationToken: cancellation);
            await using var picture = stream;
            var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int count; (count = await picture.ReadAsync(buffer, cancellation)) > 0;)
                bytes.Write(buffer, 0, count);
            context.Response.Headers.CacheControl = "no-store";
            var ending = type is "image/png" ? "png" : "ppm";
            return Results.File(bytes.ToArray(), type ?? "image/x-portable-pixmap", $"{guest.Name}.{ending}");
        }
        catch (VirException error)
        {
            return Results.Problem(error.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }

    /// <summary>A console ends with the browser, with the log-in and with the program.</summary>
    private static CancellationTokenSource End(
        HttpContext context, SessionTable sessions, IHostApplicationLifetime program) =>
        CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            program.ApplicationStopping,
            sessions.Find(context.User)?.Ended ?? new CancellationToken(canceled: true));
}
