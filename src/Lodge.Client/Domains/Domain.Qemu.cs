using System.Runtime.InteropServices;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <content>Straight to QEMU's monitor and to the agent in the guest.</content>
public sealed partial class Domain
{
    /// <summary>Runs a monitor command. (<c>virDomainQemuMonitorCommand</c>)</summary>
    /// <param name="command">JSON, or a human monitor's line where the flags say so.</param>
    /// <param name="flags">How the command is written.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>QEMU's answer as it came.</returns>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> QemuMonitorCommandAsync(
        string command, VirDomainQemuMonitorCommandFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMonitorCommandAsync(
            new DomainMonitorCommandArgs { Dom = Wire, Cmd = command, Flags = (uint)flags }, cancellationToken)
            .ConfigureAwait(false)).Result;

    /// <summary>Runs a monitor command that takes open files. (<c>virDomainQemuMonitorCommandWithFiles</c>)</summary>
    /// <inheritdoc cref="QemuMonitorCommandAsync"/>
    public async ValueTask<string> QemuMonitorCommandWithFilesAsync(
        string command,
        IReadOnlyList<SafeHandle> files,
        VirDomainQemuMonitorCommandFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMonitorCommandWithFilesAsync(
            new DomainMonitorCommandWithFilesArgs { Dom = Wire, Cmd = command, Flags = (uint)flags },
            new RpcFiles { Sent = files },
            cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>Runs a command of the guest's agent. (<c>virDomainQemuAgentCommand</c>)</summary>
    /// <param name="command">JSON.</param>
    /// <param name="timeout">Seconds, or one of <see cref="VirDomainQemuAgentCommandTimeoutValues"/>.</param>
    /// <param name="flags">None are known: 0.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The agent's answer as it came; null when the caller did not wait for one.</returns>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string?> QemuAgentCommandAsync(
        string command, int timeout, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainAgentCommandAsync(
            new DomainAgentCommandArgs { Dom = Wire, Cmd = command, Timeout = timeout, Flags = flags },
            cancellationToken).ConfigureAwait(false)).Result;
}
