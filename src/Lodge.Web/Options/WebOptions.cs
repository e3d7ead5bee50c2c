using System.Net;

namespace Lodge.Web.Options;

/// <summary>What the program was told on its command line.</summary>
public sealed record WebOptions
{
    /// <summary>Where it listens.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, DefaultPort);

    /// <summary>The hypervisors that are there from the beginning, by their connection names.</summary>
    public IReadOnlyList<string> Connections { get; init; } = [];

    /// <summary>The folder of what it keeps: its certificate, its keys, its list of connections.</summary>
    public required string StateFolder { get; init; }

    /// <summary>A certificate in PEM; null for one of its own making.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The private key of the certificate in PEM; null where the certificate's file has it too.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whether it speaks HTTPS.</summary>
    public bool UsesTls { get; init; } = true;

    /// <summary>The groups whose members may log in, besides root and the user that the program runs as.</summary>
    public IReadOnlyList<string> Groups { get; init; } = ["libvirt"];

    /// <summary>The PAM service that passwords are checked by; null to choose.</summary>
    public string? PamService { get; init; }

    /// <summary>The folder with the description of that service; null for the system's.</summary>
    public string? PamFolder { get; init; }

    /// <summary>How long a log-in lasts that nobody ends.</summary>
    public TimeSpan LoginLife { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Other addresses that browsers know this server by (<c>https://host</c>), as behind a proxy.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The file descriptor that gets a line once it serves.</summary>
    public int? ReadyFd { get; init; }

    /// <summary>The port where nothing else is said.</summary>
    public const int DefaultPort = 16443;
}
