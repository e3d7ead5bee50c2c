using System.Net;
using System.Security.Cryptography.X509Certificates;
using Lodge.Web.Api;
using Lodge.Web.Hypervisors;
using Lodge.Web.Options;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Lodge.Web.Tests.Serving;

/// <summary>
/// A real server over the hypervisor in memory, whose one password is <c>right</c> by a PAM service of its own.
/// </summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-web-tests-");
    private WebApplication? _app;

    /// <summary>Where it serves.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A client that takes its certificate, keeps cookies and follows nothing.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => IsOwn(shown) },
    })
    {
        BaseAddress = new Uri(Address),
    };

    /// <summary>Logs in.</summary>
    public Task<HttpResponseMessage> LogInAsync(
        HttpClient client, string password, string? origin = null, string next = "/")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/login")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["user"] = Environment.UserName, ["password"] = password, ["next"] = next,
            }),
        };
        request.Headers.Add("Origin", origin ?? Address);
        return client.SendAsync(request);
    }

    /// <summary>Makes a token for a program.</summary>
    public string MakeToken() => _app!.Services.GetRequiredService<ApiTokens>().Make("root", "tests");

    public async ValueTask InitializeAsync()
    {
        var check = Path.Combine(_folder.FullName, "check");
        await File.WriteAllTextAsync(check, "#!/bin/sh\nread -r p; [ \"$p\" = right ]\n");
        File.SetUnixFileMode(check, (UnixFileMode)0b111_101_101);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "lodge-web"),
            $"auth required pam_exec.so expose_authtok quiet {check}\naccount required pam_permit.so\n");
        _app = WebServer.Build(new WebOptions
        {
            Listen = new IPEndPoint(IPAddress.Loopback, 0),
            Connections = ["test:///default"],
            StateFolder = Path.Combine(_folder.FullName, "state"),
            PamFolder = _folder.FullName,
        });
        await _app.StartAsync();
        Address =
            _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    private bool IsOwn(X509Certificate? shown)
    {
        using var own = X509Certificate2.CreateFromPemFile(Path.Combine(_folder.FullName, "state", "certificate.pem"));
        return shown is not null && shown.GetCertHashString() == own.GetCertHashString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
