using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Framing;
using Lodge.Protocol.Net;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Tests.Server;

public sealed class CallRulesTests : IDisposable
{
    private readonly TestServer _server = new(domains: new ScriptedDomains());

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Authentication_is_none_and_comes_before_open()
    {
        using var client = _server.Connect();
        var list = client.Call(RemoteProcedure.REMOTE_PROC_AUTH_LIST).Ok().Decode<AuthListRet>();
        Assert.Equal([AuthType.REMOTE_AUTH_NONE], list.Types);
        client.Open().Ok();
        Assert.Equal(
            "QEMU", client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok().Decode<ConnectGetTypeRet>().Type);
    }

    [Theory]
    [InlineData(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE, "internal error: hypervisor connection not open")]
    [InlineData(RemoteProcedure.REMOTE_PROC_CONNECT_NUM_OF_NETWORKS, "internal error: connection not open")]
    public void Calls_before_open_are_refused_as_libvirtd_refuses_them(RemoteProcedure procedure, string text)
    {
        using var client = _server.Connect();
        var error = client.Call(procedure).Error;
        Assert.Equal((int)VirErrorNumber.VIR_ERR_INTERNAL_ERROR, error.Code);
        Assert.Equal(text, error.Message);
        client.Open().Ok();
    }

    [Fact]
    public void A_connection_is_opened_once()
    {
        using var client = _server.Opened();
        Assert.Equal("internal error: connection already open", client.Open().Error.Message);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named_and_the_connection_goes_on()
    {
        using var client = _server.Opened();
        client.SendCall(1, program: 0x1234);
        var reply = client.Receive();
        Assert.Equal(0x1234u, reply.Header.Program);
        Assert.Equal("Cannot find program 4660 version 1", reply.Error.Message);
        Assert.Equal((int)VirErrorNumber.VIR_ERR_RPC, reply.Error.Code);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void A_version_that_is_not_there_is_named_and_the_connection_goes_on()
    {
        using var client = _server.Opened();
        client.Send(RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 7, 3, default, 9, default)));
        Assert.Equal($"Cannot find program {RemoteProcedures.Program} version 7", client.Receive().Error.Message);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000)]
    [InlineData((int)RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_LIFECYCLE)]
    public void A_procedure_that_cannot_be_called_is_named_and_the_connection_goes_on(int procedure)
    {
        using var client = _server.Opened();
        client.SendCall(procedure);
        Assert.Equal($"unknown procedure: {procedure}", client.Receive().Error.Message);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void A_call_with_the_status_of_an_answer_is_refused_and_the_connection_goes_on()
    {
        using var client = _server.Opened();
        client.Send(RawClient.Frame(new MessageHeader(
            RemoteProcedures.Program, 1, 3, VirNetMessageType.VIR_NET_CALL, 9, VirNetMessageStatus.VIR_NET_ERROR)));
        Assert.Equal("Unexpected message status 1", client.Receive().Error.Message);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Theory]
    [InlineData(VirNetMessageType.VIR_NET_REPLY)]
    [InlineData(VirNetMessageType.VIR_NET_MESSAGE)]
    [InlineData(VirNetMessageType.VIR_NET_STREAM)]
    [InlineData(VirNetMessageType.VIR_NET_STREAM_HOLE)]
    [InlineData((VirNetMessageType)99)]
    public void A_message_nobody_waits_for_is_dropped_and_the_connection_goes_on(VirNetMessageType type)
    {
        using var client = _server.Opened();
        for (var i = 0; i < 20; i++)
        {
            client.Send(RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, type, 77, default)));
        }

        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void Arguments_that_end_early_are_refused_and_the_connection_goes_on()
    {
        using var client = _server.Opened();
        var error = client.Call(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE, [0, 0, 0, 9]).Error;
        Assert.Equal((int)VirErrorNumber.VIR_ERR_RPC, error.Code);
        Assert.StartsWith("Unable to decode message payload", error.Message, StringComparison.Ordinal);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void The_serial_number_of_the_call_comes_back()
    {
        using var client = _server.Opened();
        client.Send(RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, default, 0xfedcba98, default)));
        Assert.Equal(0xfedcba98u, client.Receive().Header.Serial);
    }

    [Fact]
    public void A_failure_nobody_foresaw_is_an_error_of_that_call_alone()
    {
        using var server = new TestServer(domains: new ScriptedDomains
        {
            OnCreate = static _ => throw new InvalidOperationException("the sky falls"),
        });
        using var client = server.Opened();
        var error = client.Call(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE, ScriptedDomains.Create()).Error;
        Assert.Equal((int)VirErrorNumber.VIR_ERR_INTERNAL_ERROR, error.Code);
        Assert.Equal("internal error: virDomainCreate failed: the sky falls", error.Message);
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_GET_TYPE).Ok();
    }

    [Fact]
    public void Close_is_answered_and_then_the_connection_ends()
    {
        using var client = _server.Opened();
        client.Call(RemoteProcedure.REMOTE_PROC_CONNECT_CLOSE).Ok();
        client.ExpectHangUp();
    }

    [Fact]
    public void Calls_sent_together_are_all_answered()
    {
        using var client = _server.Opened();
        var frame = RawClient.Frame(new MessageHeader(RemoteProcedures.Program, 1, 3, default, 5, default));
        client.Send([.. Enumerable.Repeat(frame, 1000).SelectMany(static bytes => bytes)]);
        for (var i = 0; i < 1000; i++)
        {
            client.Receive().Ok();
        }
    }
}
