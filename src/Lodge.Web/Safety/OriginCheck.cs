using Lodge.Web.Options;

namespace Lodge.Web.Safety;

/// <summary>
/// Refuses what another site makes a browser send: whatever changes something, and every WebSocket, must come from a
/// page of this server.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, WebOptions options)
{
    /// <summary>Lets a request through, or answers 403.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (IsHarmless(context.Request) || IsOurs(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This request came from another site.");
    }

    private static bool IsHarmless(HttpRequest request)
    {
        var changesNothing = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        // HTTP/2 opens a WebSocket with CONNECT, HTTP/1.1 with an upgrade.
        return changesNothing && !request.Headers.ContainsKey("Sec-WebSocket-Key")
            && request.Headers.Upgrade.Count == 0 && !request.Path.StartsWithSegments("/_blazor");
    }

    private bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            // Only what is no browser sends neither; it has no cookie that another site could use.
            return request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
                && (request.Headers.Cookie.Count == 0 || request.Headers.Authorization.Count > 0
                    || request.Headers["Sec-Fetch-Site"] == "same-origin");
        }

        return origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            || options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }
}
