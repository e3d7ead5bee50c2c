namespace Lodge.Qemu.Swtpm;

/// <summary>An emulated TPM to be: whose it is, and where its state, socket and log are.</summary>
public sealed record TpmEmulatorPlan
{
    /// <summary>The domain's name.</summary>
    public required string DomainName { get; init; }

    /// <summary>The domain's UUID, in its usual form.</summary>
    public required string DomainUuid { get; init; }

    /// <summary>Whether the TPM is of version 2.0 (otherwise 1.2).</summary>
    public bool IsVersion2 { get; init; } = true;

    /// <summary>The folder that keeps the TPM's memory from one start to the next.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The control socket that QEMU connects to.</summary>
    public required string SocketPath { get; init; }

    /// <summary>What swtpm says.</summary>
    public required string LogPath { get; init; }

    /// <summary>Holds swtpm's process id.</summary>
    public required string PidPath { get; init; }

    /// <summary>
    /// The hash banks to be active, as swtpm_setup names them (<c>sha256</c>); empty leaves them as they are.
    /// </summary>
    public IReadOnlyList<string> PcrBanks { get; init; } = [];

    /// <summary>The passphrase that encrypts the TPM's memory, or null for none.</summary>
    public ReadOnlyMemory<byte>? Passphrase { get; init; }

    /// <summary>Whom swtpm runs as, who owns all that it keeps; null for the present account.</summary>
    public TpmAccount? Account { get; init; }

    /// <summary>
    /// Called when all that swtpm keeps is there and just before it starts; disposed of when it has been started.
    /// </summary>
    public Func<IDisposable?>? OnStart { get; init; }
}
