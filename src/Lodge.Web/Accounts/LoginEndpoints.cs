using System.Security.Claims;
using Lodge.Web.Pages.Login;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lodge.Web.Accounts;

/// <summary>The page of the log-in, its form, and the way out.</summary>
internal static class LoginEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapLogin(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", (HttpContext context, [FromQuery] string? next, [FromQuery] string? over) =>
            context.User.Identity is { IsAuthenticated: true }
                ? Results.LocalRedirect(Target(next))
                : Page(null, null, next, over is not null)).AllowAnonymous();
        routes.MapPost("/login", LogInAsync).AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/logout", async (HttpContext context) =>
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.LocalRedirect("/login");
        }).DisableAntiforgery();
    }

    private static async Task<IResult> LogInAsync(
        HttpContext context,
        MachineAccounts accounts,
        LoginThrottle throttle,
        [FromForm] string? user,
        [FromForm] string? password,
        [FromForm] string? next,
        CancellationToken cancellation)
    {
        user = user?.Trim() ?? "";
        string[] keys = ["user " + user, "address " + context.Connection.RemoteIpAddress];
        var wait = keys.Max(throttle.Wait);
        if (wait > TimeSpan.Zero)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
            return Page(
                user, $"Too many wrong passwords. Try again in {Math.Ceiling(wait.TotalSeconds)} seconds.", next);
        }

        if (!await accounts.IsRightAsync(user, password ?? "", cancellation))
        {
            foreach (var key in keys) throttle.Failed(key);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Page(user, "This user name and password do not belong together.", next);
        }

        foreach (var key in keys) throttle.Succeeded(key);
        if (!await accounts.MayManageAsync(user, cancellation))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page(
                user, $"{user} may not manage virtual machines here: the account is not in the right group.", next);
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, user)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity),
            new() { IsPersistent = false });
        return Results.LocalRedirect(Target(next));
    }

    private static RazorComponentResult<LoginPage> Page(
        string? user, string? fault, string? next, bool isOver = false) =>
        new(new Dictionary<string, object?>
        {
            [nameof(LoginPage.User)] = user,
            [nameof(LoginPage.Fault)] = fault,
            [nameof(LoginPage.Next)] = next,
            [nameof(LoginPage.IsOver)] = isOver,
        });

    /// <summary>Where to go after the log-in: to a page of this server, never to another.</summary>
    private static string Target(string? next) =>
        next is ['/', not '/' and not '\\', ..] && !next.StartsWith("/login", StringComparison.Ordinal) ? next : "/";
}
