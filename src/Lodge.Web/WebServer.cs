using System.Security.Cryptography;
using Lodge.Web.Accounts;
using Lodge.Web.Api;
using Lodge.Web.Certificates;
using Lodge.Web.Consoles;
using Lodge.Web.Events;
using Lodge.Web.Hypervisors;
using Lodge.Web.Languages;
using Lodge.Web.NewGuest;
using Lodge.Web.Options;
using Lodge.Web.Pages;
using Lodge.Web.Parts.Feedback;
using Lodge.Web.Safety;
using Lodge.Web.Statistics;
using Lodge.Web.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lodge.Web;

/// <summary>The web server: its parts, and how a request goes through them.</summary>
internal static class WebServer
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit status: 0 after a clean stop, 1 when it could not serve.</returns>
    public static async Task<int> RunAsync(WebOptions options, CancellationToken cancellation)
    {
        try
        {
            await using var app = Build(options);
            await app.StartAsync(cancellation);
            Announce(app, options);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (Exception failure) when (failure
            is IOException or UnauthorizedAccessException or CryptographicException)
        {
            await Console.Error.WriteLineAsync($"lodge-web: {failure.Message}");
            return 1;
        }
    }

    /// <summary>Puts the server together.</summary>
    public static WebApplication Build(WebOptions options)
    {
        Directory.CreateDirectory(
            options.StateFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning)
            // The keys lie in a folder that is the program's alone; a key to them would have to lie beside them.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Listen, listen =>
            {
                if (options.UsesTls) listen.UseHttps(ServerCertificate.Load(options));
            });
        });
        AddParts(builder.Services, options);
        var app = builder.Build();
        AddWay(app);
        return app;
    }

    private static void AddParts(IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<MachineAccounts>();
        services.AddSingleton<LoginThrottle>();
        services.AddSingleton<SessionTable>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<HypervisorSet>();
        services.AddHostedService(all => all.GetRequiredService<HypervisorSet>());
        services.AddSingleton<Audience>();
        services.AddSingleton<InstallationTable>();
        services.AddHostedService<Sampler>();
        services.AddScoped<CircuitHandler, Audience.Seat>();
        services.AddScoped<Notices>();
        services.AddLocalization();
        services.AddTransient<Words>();
        services.AddDataProtection().SetApplicationName("lodge-web")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.StateFolder, "keys")));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = options.UsesTls ? "__Host-lodge" : "lodge";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = options.UsesTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = options.LoginLife;
            cookie.LoginPath = "/login";
            cookie.ReturnUrlParameter = "next";
            // A program that shows no token is told so, and not led to a page.
            cookie.Events.OnRedirectToLogin = context =>
            {
                if (IsForPrograms(context.Request)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
        }).AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        services.AddOpenApi();
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionTable>((cookie, sessions) => cookie.SessionStore = sessions);
        services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder(
                CookieAuthenticationDefaults.AuthenticationScheme, TokenAuthentication.Name)
                .RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitMaxRetained = 20;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        });
    }

    private static void AddWay(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<OriginCheck>();
        app.UseWhen(
            context => !IsForPrograms(context.Request), pages => pages.UseStatusCodePagesWithReExecute("/missing"));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLogin();
        app.MapConsoles();
        app.MapApi();
        app.MapMetrics();
        app.MapVolumeContent();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api")
        || request.Path.StartsWithSegments("/metrics") || request.Path.StartsWithSegments("/consoles");

    private static void Announce(WebApplication app, WebOptions options)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses) Console.WriteLine($"lodge-web serves {address}");
        if (options.ReadyFd is { } ready)
        {
            using var line = new FileStream(
                new Microsoft.Win32.SafeHandles.SafeFileHandle(ready, ownsHandle: true), FileAccess.Write);
            line.WriteByte((byte)'\n');
        }
    }
}
