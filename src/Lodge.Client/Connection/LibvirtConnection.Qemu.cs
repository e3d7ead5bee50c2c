using Lodge.Protocol.Errors;
using Lodge.Protocol.QemuProgram;

namespace Lodge.Client;

/// <content>QEMU processes that nobody manages yet.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Takes a running QEMU process under management. (<c>virDomainQemuAttach</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> QemuAttachAsync(
        uint processId, uint flags = 0, CancellationToken cancellationToken = default) => new(
        this,
        (await Rpc.DomainAttachAsync(new DomainAttachArgs { PidValue = processId, Flags = flags }, cancellationToken)
            .ConfigureAwait(false)).Dom);
}
