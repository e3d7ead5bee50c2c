namespace Lodge.Transport.Ssh;

/// <summary>How ssh is called, and what it runs on the other host.</summary>
/// <remarks>Source: libvirt, "Remote support", the parameters of <c>+ssh</c> names.</remarks>
public sealed record SshOptions
{
    /// <summary>The ssh program.</summary>
    public string Program { get; init; } = "ssh";

    /// <summary>The host.</summary>
    public required string Host { get; init; }

    /// <summary>The user there, or null for what ssh is configured to.</summary>
    public string? User { get; init; }

    /// <summary>The port, or 0 for what ssh is configured to.</summary>
    public int Port { get; init; }

    /// <summary>The file with the private key, or null.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Whether ssh must not ask at a terminal.</summary>
    public bool NoTerminal { get; init; }

    /// <summary>Whether an unknown host is trusted.</summary>
    public bool NoVerification { get; init; }

    /// <summary>What joins ssh and the server's socket there.</summary>
    public SshProxy Proxy { get; init; }

    /// <summary>The netcat program there.</summary>
    public string Netcat { get; init; } = "nc";

    /// <summary>The server's socket there, for netcat.</summary>
    public required string Socket { get; init; }

    /// <summary>The name of the connection there, for virt-ssh-helper.</summary>
    public required string ServerName { get; init; }

    /// <summary>Whether virt-ssh-helper is to open the read-only socket.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>The arguments that ssh is called with.</summary>
    public IReadOnlyList<string> ToArguments()
    {
        var arguments = new List<string>();
        if (Port != 0)
        {
            arguments.AddRange(["-p", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        }

        if (User is not null)
        {
            arguments.AddRange(["-l", User]);
        }

        if (KeyFile is not null)
        {
            arguments.AddRange(["-i", KeyFile]);
        }

        arguments.AddRange(["-T", "-e", "none"]);
        if (NoTerminal)
        {
            arguments.AddRange(["-o", "BatchMode=yes"]);
        }

        if (NoVerification)
        {
            arguments.AddRange(["-o", "StrictHostKeyChecking=no"]);
        }

        // The login shell there may be any: it is only given words to start sh with.
        arguments.AddRange(["--", Host, $"sh -c {Quote(Script())}"]);
        return arguments;
    }

    private string Script()
    {
        var helper = $"exec virt-ssh-helper {(ReadOnly ? "-r " : "")}{Quote(ServerName)}";
        var netcat = Quote(Netcat);

        // One kind of netcat ends with its input only when it is told to, by an option that the others do not know.
        var relay = $"q=; if {netcat} -q 2>&1 | grep -q 'requires an argument'; then q=-q0; fi; "
            + $"exec {netcat} $q -U {Quote(Socket)}";
        return Proxy switch
        {
            SshProxy.Native => helper,
            SshProxy.Netcat => relay,
            _ => $"if command -v virt-ssh-helper >/dev/null 2>&1; then {helper}; else {relay}; fi",
        };
    }

    private static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
