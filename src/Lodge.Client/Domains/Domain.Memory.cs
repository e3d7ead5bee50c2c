using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>How much memory the guest has.</content>
public sealed partial class Domain
{
    /// <summary>Asks for the most memory the guest can have, in KiB. (<c>virDomainGetMaxMemory</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> GetMaxMemoryAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetMaxMemoryAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Memory;

    /// <summary>Changes the most memory the guest can have, in KiB. (<c>virDomainSetMaxMemory</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMaxMemoryAsync(ulong memory, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMaxMemoryAsync(new() { Dom = Wire, Memory = memory }, cancellationToken);

    /// <summary>Changes the memory that the guest has now, in KiB. (<c>virDomainSetMemory</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMemoryAsync(ulong memory, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMemoryAsync(new() { Dom = Wire, Memory = memory }, cancellationToken);

    /// <summary>
    /// Changes the memory of the guest, now, at its next start, or both, in KiB. (<c>virDomainSetMemoryFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMemoryFlagsAsync(
        ulong memory, VirDomainMemoryModFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMemoryFlagsAsync(new() { Dom = Wire, Memory = memory, Flags = (uint)flags }, cancellationToken);
}
