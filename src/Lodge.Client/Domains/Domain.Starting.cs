using System.Runtime.InteropServices;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <content>Starting, and what has to be said of the guest before and after.</content>
public sealed partial class Domain
{
    /// <summary>Starts the guest. (<c>virDomainCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask CreateAsync(CancellationToken cancellationToken = default)
    {
        await Rpc.DomainCreateAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false);
        var answer = await Rpc.DomainLookupByUuidAsync(new() { Uuid = Uuid }, cancellationToken).ConfigureAwait(false);
        _wire = answer.Dom;
    }

    /// <summary>
    /// Starts the guest in one of several ways: paused, from its saved state or afresh.
    /// (<c>virDomainCreateWithFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask CreateWithFlagsAsync(
        VirDomainCreateFlags flags = 0, CancellationToken cancellationToken = default)
    {
        var answer = await Rpc.DomainCreateWithFlagsAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken)
            .ConfigureAwait(false);
        _wire = answer.Dom;
    }

    /// <summary>Starts the guest and hands it open files. (<c>virDomainCreateWithFiles</c>)</summary>
    /// <param name="files">The files; they stay the caller's to close.</param>
    /// <param name="flags">How to start.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection cannot carry files.</exception>
    public async ValueTask CreateWithFilesAsync(
        IReadOnlyList<SafeHandle> files, VirDomainCreateFlags flags = 0, CancellationToken cancellationToken = default)
    {
        var answer = await Rpc.DomainCreateWithFilesAsync(
            new() { Dom = Wire, Flags = (uint)flags }, new RpcFiles { Sent = files },
            cancellationToken).ConfigureAwait(false);
        _wire = answer.Dom;
    }

    /// <summary>Gives the guest another name, which this object then has too. (<c>virDomainRename</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask RenameAsync(string newName, uint flags = 0, CancellationToken cancellationToken = default)
    {
        await Rpc.DomainRenameAsync(new() { Dom = Wire, NewName = newName, Flags = flags }, cancellationToken)
            .ConfigureAwait(false);
        _wire = Wire with { Name = newName };
    }

    /// <summary>Says whether the guest starts with the host. (<c>virDomainSetAutostart</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetAutostartAsync(bool autostart, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetAutostartAsync(new() { Dom = Wire, Autostart = autostart ? 1 : 0 }, cancellationToken);

    /// <summary>
    /// Hands the daemon open files for a disk of the guest, under a name. (<c>virDomainFDAssociate</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection cannot carry files.</exception>
    public ValueTask FDAssociateAsync(
        string name,
        IReadOnlyList<SafeHandle> files,
        VirDomainFDAssociateFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainFdAssociateAsync(
            new() { Dom = Wire, Name = name, Flags = (uint)flags }, new RpcFiles { Sent = files }, cancellationToken);
}
