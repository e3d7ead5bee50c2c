using System.Collections.Frozen;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Server;

/// <summary>libvirt's public API on the wire.</summary>
/// <param name="handlers">Who serves each family of procedures.</param>
internal sealed class RemoteServerProgram(RemoteHandlers<ClientCall> handlers) : IServerProgram
{
    private static readonly FrozenSet<int> BeforeOpen = new[]
    {
        (int)RemoteProcedure.REMOTE_PROC_CONNECT_OPEN,
        (int)RemoteProcedure.REMOTE_PROC_CONNECT_CLOSE,
        (int)RemoteProcedure.REMOTE_PROC_AUTH_LIST,
        (int)RemoteProcedure.REMOTE_PROC_AUTH_POLKIT,
        (int)RemoteProcedure.REMOTE_PROC_AUTH_SASL_INIT,
        (int)RemoteProcedure.REMOTE_PROC_AUTH_SASL_START,
        (int)RemoteProcedure.REMOTE_PROC_AUTH_SASL_STEP,

        // The one question that comes before open (keepalive) is told from the others by the procedure itself.
        (int)RemoteProcedure.REMOTE_PROC_CONNECT_SUPPORTS_FEATURE,
    }.ToFrozenSet();

    /// <inheritdoc/>
    public uint Number => RemoteProcedures.Program;

    /// <inheritdoc/>
    public uint Version => RemoteProcedures.Version;

    /// <inheritdoc/>
    public ProcedureFacts? Find(int procedure) => RemoteProcedures.Find(procedure);

    /// <inheritdoc/>
    public string? RefusalBeforeOpen(ProcedureFacts procedure)
    {
        if (BeforeOpen.Contains(procedure.Number))
        {
            return null;
        }

        // libvirtd opens the drivers of other objects apart from the hypervisor's, and says so.
        return procedure.ErrorDomain
            is VirErrorDomain.VIR_FROM_NETWORK
            or VirErrorDomain.VIR_FROM_STORAGE
            or VirErrorDomain.VIR_FROM_INTERFACE
            or VirErrorDomain.VIR_FROM_NODEDEV
            or VirErrorDomain.VIR_FROM_SECRET
            or VirErrorDomain.VIR_FROM_NWFILTER
            ? "connection not open"
            : ServerProgram.HypervisorNotOpen;
    }

    /// <inheritdoc/>
    public bool IsInline(int procedure) => InlineProcedures.Contains((RemoteProcedure)procedure);

    /// <inheritdoc/>
    public ValueTask InvokeAsync(int procedure, ClientCall call, ReadOnlyMemory<byte> arguments, XdrBuffer reply) =>
        RemoteDispatch.InvokeAsync(handlers, (RemoteProcedure)procedure, call, arguments, reply);
}
