using Lodge.Protocol;
using Lodge.Protocol.Admin;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Server;

/// <summary>The daemon's own administration (<c>libvirt-admin.h</c>) on the wire.</summary>
/// <param name="handlers">Who serves it.</param>
internal sealed class AdminServerProgram(IAdminProcedures<ClientCall> handlers) : IServerProgram
{
    /// <inheritdoc/>
    public uint Number => AdminProcedures.Program;

    /// <inheritdoc/>
    public uint Version => AdminProcedures.Version;

    /// <inheritdoc/>
    public ProcedureFacts? Find(int procedure) => AdminProcedures.Find(procedure);

    /// <inheritdoc/>
    public string? RefusalBeforeOpen(ProcedureFacts procedure) => null;

    /// <inheritdoc/>
    public bool IsInline(int procedure) => true;

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int procedure, ClientCall call, ReadOnlyMemory<byte> arguments, XdrBuffer reply) =>
        AdminDispatch.InvokeAsync(handlers, (AdminProcedure)procedure, call, arguments, reply);
}
