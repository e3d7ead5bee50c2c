using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Start, stop and everything between.</content>
public sealed partial class Domain
{
    /// <summary>Ends the guest at once, as pulling the plug does. (<c>virDomainDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainDestroyAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>Asks whether the guest starts with the host. (<c>virDomainGetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> GetAutostartAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetAutostartAsync(
            new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Autostart != 0;

    /// <summary>Asks the guest to restart itself. (<c>virDomainReboot</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RebootAsync(VirDomainRebootFlagValues flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainRebootAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Lets a paused guest go on. (<c>virDomainResume</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResumeAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainResumeAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>Asks the guest to shut down; it may take its time, or not do it. (<c>virDomainShutdown</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ShutdownAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainShutdownAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>Stops the guest's processors; its memory stays. (<c>virDomainSuspend</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SuspendAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainSuspendAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>
    /// Forgets the guest's definition; one that runs goes on until it stops. (<c>virDomainUndefine</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainUndefineAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>Asks whether the guest runs. (<c>virDomainIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainIsActiveAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Active != 0;

    /// <summary>Asks whether the guest is defined. (<c>virDomainIsPersistent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsPersistentAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainIsPersistentAsync(
            new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Persistent != 0;

    /// <summary>
    /// Forgets the guest's definition and what belongs to it: saved state, snapshots, NVRAM.
    /// (<c>virDomainUndefineFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineFlagsAsync(
        VirDomainUndefineFlagsValues flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainUndefineFlagsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Ends the guest at once, gracefully if wanted: only if QEMU ends by itself. (<c>virDomainDestroyFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyFlagsAsync(
        VirDomainDestroyFlagsValues flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainDestroyFlagsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Resets the guest, as its reset button does. (<c>virDomainReset</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ResetAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainResetAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>
    /// Asks the guest to shut down in the given ways: by its power button, by its agent.
    /// (<c>virDomainShutdownFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ShutdownFlagsAsync(
        VirDomainShutdownFlagValues flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainShutdownFlagsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);
}
