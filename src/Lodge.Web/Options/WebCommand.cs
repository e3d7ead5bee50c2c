using System.CommandLine;
using System.Globalization;
using System.Net;

namespace Lodge.Web.Options;

/// <summary>The command line of <c>lodge-web</c>.</summary>
internal static class WebCommand
{
    private static readonly Option<IPEndPoint> Listen = new("--listen")
    {
        Description = "Where to listen; only this machine reaches the default. Port 0 takes any that is free.",
        HelpName = "ADDRESS:PORT",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, WebOptions.DefaultPort),
        CustomParser = result =>
        {
            if (IPEndPoint.TryParse(result.Tokens[0].Value, out var point)) return point;
            result.AddError($"'{result.Tokens[0].Value}' is not an address and a port, as in 127.0.0.1:16443");
            return null!;
        },
    };

    private static readonly Option<string[]> Connect = new("--connect", "-c")
    {
        Description = "A hypervisor to manage; may be given more than once.",
        HelpName = "URI",
        DefaultValueFactory = _ => [Environment.IsPrivilegedProcess ? "qemu:///system" : "qemu:///session"],
    };

    private static readonly Option<string> State = new("--state")
    {
        Description = "The folder of the certificate, the keys of log-ins and the list of connections.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultState(),
    };

    private static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = "A certificate in PEM; without it one is made.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Key = new("--key")
    {
        Description = "The private key of the certificate in PEM.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> NoTls = new("--no-tls")
    {
        Description = "Plain HTTP; on a loopback address alone, for a proxy that speaks TLS.",
    };

    private static readonly Option<string[]> Group = new("--group")
    {
        Description = "Whose members may log in, besides root and the user that this runs as.",
        HelpName = "GROUP",
        DefaultValueFactory = _ => ["libvirt"],
    };

    private static readonly Option<string?> PamService = new("--pam-service")
    {
        Description = "The PAM service that checks passwords; 'lodge-web' where there is one, else 'login'.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> PamFolder = new("--pam-directory")
    {
        Description = "Another folder than /etc/pam.d.",
        HelpName = "DIR",
    };

    private static readonly Option<TimeSpan> LoginLife = new("--login-life")
    {
        Description = "How long a log-in lasts, as 8:00:00 for eight hours.",
        HelpName = "TIME",
        DefaultValueFactory = _ => TimeSpan.FromHours(8),
        CustomParser = result =>
        {
            if (TimeSpan.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var life)
                && life > TimeSpan.Zero && life < TimeSpan.FromDays(30))
            {
                return life;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a time below 30 days, as in 8:00:00");
            return default;
        },
    };

    private static readonly Option<string[]> Origin = new("--origin")
    {
        Description = "Another address that browsers know this server by, as https://host behind a proxy.",
        HelpName = "URL",
    };

    private static readonly Option<int?> ReadyFd = new("--ready-fd")
    {
        Description = "The file descriptor that gets a line once this serves.",
        HelpName = "N",
    };

    /// <summary>Reads the command line and runs what it asks for.</summary>
    public static Task<int> RunAsync(string[] arguments, Func<WebOptions, CancellationToken, Task<int>> serve)
    {
        var command = new RootCommand("Manages virtual machines in a browser.")
        {
            Listen, Connect, State, Certificate, Key, NoTls, Group, PamService, PamFolder, LoginLife, Origin,
            ReadyFd,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(NoTls) && result.GetValue(Listen) is { } point && !IPAddress.IsLoopback(point.Address))
                result.AddError($"--no-tls would send passwords in the clear to {point.Address}; listen on 127.0.0.1");
            if (result.GetValue(Key) is not null && result.GetValue(Certificate) is null)
                result.AddError("--key needs --certificate");
        });
        command.SetAction((result, cancellation) => serve(
            new WebOptions
            {
                Listen = result.GetRequiredValue(Listen),
                Connections = result.GetRequiredValue(Connect),
                StateFolder = Path.GetFullPath(result.GetRequiredValue(State)),
                CertificateFile = result.GetValue(Certificate),
                KeyFile = result.GetValue(Key),
                UsesTls = !result.GetValue(NoTls),
                Groups = result.GetRequiredValue(Group),
                PamService = result.GetValue(PamService),
                PamFolder = result.GetValue(PamFolder),
                LoginLife = result.GetRequiredValue(LoginLife),
                Origins = result.GetValue(Origin) ?? [],
                ReadyFd = result.GetValue(ReadyFd),
            },
            cancellation));
        return command.Parse(arguments).InvokeAsync();
    }

    private static string DefaultState()
    {
        if (Environment.IsPrivilegedProcess) return "/var/lib/lodge-web";
        if (Environment.GetEnvironmentVariable("STATE_DIRECTORY") is { Length: > 0 } systemd) return systemd;
        var home = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state
            ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.Combine(home, "lodge-web");
    }
}
