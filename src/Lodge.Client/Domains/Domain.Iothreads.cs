using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The threads that do the guest's block I/O.</content>
public sealed partial class Domain
{
    /// <summary>Asks for the guest's I/O threads, and where they may run. (<c>virDomainGetIOThreadInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainIothreadInfo[]> GetIOThreadInfoAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetIothreadInfoAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Info;

    /// <summary>Says on which of the host's processors an I/O thread may run. (<c>virDomainPinIOThread</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PinIOThreadAsync(
        uint id, byte[] cpumap, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPinIothreadAsync(
            new() { Dom = Wire, IothreadsId = id, Cpumap = cpumap, Flags = (uint)flags }, cancellationToken);

    /// <summary>Adds an I/O thread. (<c>virDomainAddIOThread</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AddIOThreadAsync(
        uint id, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainAddIothreadAsync(new() { Dom = Wire, IothreadId = id, Flags = (uint)flags }, cancellationToken);

    /// <summary>Takes an I/O thread out. (<c>virDomainDelIOThread</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DelIOThreadAsync(
        uint id, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainDelIothreadAsync(new() { Dom = Wire, IothreadId = id, Flags = (uint)flags }, cancellationToken);

    /// <summary>Changes how an I/O thread polls. (<c>virDomainSetIOThreadParams</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetIOThreadParamsAsync(
        uint id, TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetIothreadParamsAsync(
            new() { Dom = Wire, IothreadId = id, Params = parameters, Flags = (uint)flags }, cancellationToken);
}
