using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Server;

/// <summary>
/// What only containers have (<c>libvirt-lxc.h</c>): known by name, as libvirtd knows it whatever its hypervisor, and
/// refused as no function of QEMU's.
/// </summary>
internal sealed class LxcServerProgram : IServerProgram
{
    private static readonly ProcedureFacts OpenNamespace = new(
        1,
        "domain_open_namespace",
        "virDomainLxcOpenNamespace",
        ProcedureKind.Call,
        IsHighPriority: false,
        StreamDirection.None,
        FileDirection.Receive,
        ReadOnlyAccess.Denied,
        [],
        VirErrorDomain.VIR_FROM_LXC);

    /// <inheritdoc/>
    public uint Number => 0x00068000;

    /// <inheritdoc/>
    public uint Version => 1;

    /// <inheritdoc/>
    public ProcedureFacts? Find(int procedure) => procedure == OpenNamespace.Number ? OpenNamespace : null;

    /// <inheritdoc/>
    public string? RefusalBeforeOpen(ProcedureFacts procedure) => ServerProgram.HypervisorNotOpen;

    /// <inheritdoc/>
    public bool IsInline(int procedure) => true;

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int procedure, ClientCall call, ReadOnlyMemory<byte> arguments, XdrBuffer reply) =>
        throw OpenNamespace.Unsupported();
}
