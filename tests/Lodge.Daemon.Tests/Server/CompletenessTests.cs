using Lodge.Protocol;
using Lodge.Protocol.Admin;
using Lodge.Protocol.Errors;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class CompletenessTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Every_procedure_has_access_rights()
    {
        Assert.Equal(443, RemoteProcedures.All.Length);
        Assert.Equal(7, QemuProcedures.All.Length);
        Assert.Equal(19, AdminProcedures.All.Length);
        foreach (var procedure in RemoteProcedures.All)
        {
            Assert.True(procedure.Acl.Count > 0, procedure.Name);
        }
    }

    [Fact]
    public void Every_procedure_is_answered_on_an_open_connection()
    {
        foreach (var procedure in RemoteProcedures.All)
        {
            Assert.True(IsAnswered(procedure, RemoteProcedures.Program), procedure.Name);
        }

        foreach (var procedure in QemuProcedures.All)
        {
            Assert.True(IsAnswered(procedure, QemuProcedures.Program), procedure.Name);
        }
    }

    [Fact]
    public void A_connection_that_only_looks_is_refused_exactly_what_the_facts_deny()
    {
        foreach (var procedure in RemoteProcedures.All)
        {
            AssertReadOnly(procedure, RemoteProcedures.Program);
        }

        foreach (var procedure in QemuProcedures.All)
        {
            AssertReadOnly(procedure, QemuProcedures.Program);
        }
    }

    [Fact]
    public void A_refusal_reads_as_libvirts()
    {
        using var client = _server.Opened(readOnly: true);
        var error = client.Call(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE).Error;
        Assert.Equal((int)VirErrorNumber.VIR_ERR_OPERATION_DENIED, error.Code);
        Assert.Equal((int)VirErrorDomain.VIR_FROM_DOMAIN, error.Domain);
        Assert.Equal("operation forbidden: read only access prevents virDomainCreate", error.Message);
    }

    [Fact]
    public void A_connection_opened_to_look_only_looks_on_the_socket_of_changes_too()
    {
        using var client = _server.Connect();
        client.Open(flags: 1).Ok();
        Assert.Equal(
            (int)VirErrorNumber.VIR_ERR_OPERATION_DENIED,
            client.Call(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE).Error.Code);
    }

    private bool IsAnswered(ProcedureFacts procedure, uint program)
    {
        using var client = _server.Opened();
        client.SendCall(procedure.Number, new byte[4096], program);
        var reply = client.Receive();
        return reply.Header.Procedure == procedure.Number
            && (procedure.Kind == ProcedureKind.Message) == IsUnknown(reply);
    }

    private static bool IsUnknown(RawReply reply) =>
        reply.Header.Status == Protocol.Net.VirNetMessageStatus.VIR_NET_ERROR
        && reply.Error.Message!.StartsWith("unknown procedure", StringComparison.Ordinal);

    private void AssertReadOnly(ProcedureFacts procedure, uint program)
    {
        if (procedure.Kind == ProcedureKind.Message)
        {
            return;
        }

        using var client = _server.Opened(readOnly: true);
        client.SendCall(procedure.Number, new byte[4096], program);
        var reply = client.Receive();
        var isDenied = reply.Header.Status == Protocol.Net.VirNetMessageStatus.VIR_NET_ERROR
            && reply.Error.Code == (int)VirErrorNumber.VIR_ERR_OPERATION_DENIED;
        Assert.True((procedure.ReadOnly == ReadOnlyAccess.Denied) == isDenied, procedure.Name);
    }
}
