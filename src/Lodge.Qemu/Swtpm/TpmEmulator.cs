using System.Buffers.Binary;
using System.Net.Sockets;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Swtpm;

/// <summary>
/// The swtpm process that gives a guest its TPM. It goes away by itself once QEMU has disconnected; one that QEMU never
/// connected to is told to through its control channel.
/// </summary>
/// <remarks>Source: <c>swtpm(8)</c>, <c>swtpm_setup(8)</c>, <c>swtpm_ioctls(3)</c>.</remarks>
public static class TpmEmulator
{
    private const uint ShutdownCommand = 3;

    /// <summary>
    /// Makes the TPM's memory where there is none yet, and starts swtpm. On return its socket takes QEMU's connection.
    /// </summary>
    /// <exception cref="VirException">
    /// swtpm is not installed, or failed (<c>VIR_ERR_INTERNAL_ERROR</c> with its last words); memory made by this call
    /// is gone again.
    /// </exception>
    public static async Task StartAsync(TpmEmulatorPlan plan, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await StopAsync(plan.SocketPath, cancellation);
        var isNew = !Directory.Exists(plan.StateDirectory);
        try
        {
            TpmFolders.Prepare(plan);
            if (isNew) await TpmProgram.RunAsync("swtpm_setup", SetupArguments(plan), plan, cancellation);
            if (plan.IsVersion2 && plan.PcrBanks.Count > 0)
            {
                await TpmProgram.RunAsync("swtpm_setup", BankArguments(plan), plan, cancellation);
            }

            Task started;
            using (plan.OnStart?.Invoke())
            {
                started = TpmProgram.RunAsync("swtpm", SocketArguments(plan), plan, cancellation);
            }

            await started;
        }
        catch when (isNew)
        {
            DeleteState(plan.StateDirectory);
            throw;
        }
    }

    /// <summary>
    /// Asks the swtpm behind a socket to go, and waits until it has taken note; nothing where there is none.
    /// </summary>
    public static async Task StopAsync(string socketPath, CancellationToken cancellation = default)
    {
        if (!File.Exists(socketPath)) return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellation);
            var command = new byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32BigEndian(command, ShutdownCommand);
            await socket.SendAsync(command, cancellation);
            await socket.ReceiveAsync(new byte[sizeof(uint)], cancellation);
        }
        catch (SocketException)
        {
            // Nobody listens any more: only the socket's name is left.
        }

        File.Delete(socketPath);
    }

    /// <summary>Deletes a TPM's memory: for a domain that is undefined.</summary>
    public static void DeleteState(string stateDirectory)
    {
        if (Directory.Exists(stateDirectory)) Directory.Delete(stateDirectory, recursive: true);
    }

    internal static List<string> SetupArguments(TpmEmulatorPlan plan) =>
    [
        .. Version(plan), .. SetupKey(plan),
        "--tpm-state", plan.StateDirectory,
        "--vmid", $"{plan.DomainName}:{plan.DomainUuid}",
        "--logfile", plan.LogPath,
        "--createek", "--create-ek-cert", "--create-platform-cert", "--lock-nvram", "--not-overwrite",
    ];

    internal static List<string> BankArguments(TpmEmulatorPlan plan) =>
    [
        .. Version(plan), .. SetupKey(plan),
        "--tpm-state", plan.StateDirectory,
        "--logfile", plan.LogPath,
        "--pcr-banks", string.Join(',', plan.PcrBanks),
        "--reconfigure",
    ];

    // With --daemon the command returns once the socket listens, so nothing need be waited for.
    internal static List<string> SocketArguments(TpmEmulatorPlan plan) =>
    [
        "socket", "--daemon",
        "--ctrl", $"type=unixio,path={plan.SocketPath},mode=0600",
        "--tpmstate", $"dir={plan.StateDirectory},mode=0600",
        "--log", $"file={plan.LogPath}",
        "--pid", $"file={plan.PidPath}",
        "--terminate", .. Version(plan),
        .. plan.Passphrase is null
            ? (string[])[]
            : ["--key", "pwdfd=0,mode=aes-256-cbc"],
    ];

    private static string[] Version(TpmEmulatorPlan plan) => plan.IsVersion2 ? ["--tpm2"] : [];

    private static string[] SetupKey(TpmEmulatorPlan plan) =>
        plan.Passphrase is null ? [] : ["--pwdfile-fd", "0", "--cipher", "aes-256-cbc"];
}
