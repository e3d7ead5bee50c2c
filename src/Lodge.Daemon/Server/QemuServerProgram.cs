using Lodge.Protocol;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Server;

/// <summary>What only QEMU has (<c>libvirt-qemu.h</c>) on the wire.</summary>
/// <param name="handlers">Who serves it.</param>
internal sealed class QemuServerProgram(IQemuProcedures<ClientCall> handlers) : IServerProgram
{
    /// <inheritdoc/>
    public uint Number => QemuProcedures.Program;

    /// <inheritdoc/>
    public uint Version => QemuProcedures.Version;

    /// <inheritdoc/>
    public ProcedureFacts? Find(int procedure) => QemuProcedures.Find(procedure);

    /// <inheritdoc/>
    public string? RefusalBeforeOpen(ProcedureFacts procedure) => ServerProgram.HypervisorNotOpen;

    /// <inheritdoc/>
    public bool IsInline(int procedure) => false;

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int procedure, ClientCall call, ReadOnlyMemory<byte> arguments, XdrBuffer reply) =>
        QemuDispatch.InvokeAsync(handlers, (QemuProcedure)procedure, call, arguments, reply);
}
