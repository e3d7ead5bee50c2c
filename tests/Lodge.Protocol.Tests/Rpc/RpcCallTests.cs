using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;

namespace Lodge.Protocol.Tests.Rpc;

public sealed class RpcCallTests
{
    [Fact]
    public async Task An_answer_ends_the_call()
    {
        var call = new RpcCall<ConnectGetTypeRet>(RemoteProcedures.Program, 3);
        Assert.False(call.Completion.IsCompleted);
        Assert.True(call.Complete(Bytes.Of("00000004 51454d55")));
        Assert.Equal("QEMU", (await call.Completion).Type);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_error()
    {
        var call = new RpcCall<ConnectGetTypeRet>(RemoteProcedures.Program, 3);
        call.Complete(Bytes.Of("00000009"));
        await Assert.ThrowsAsync<VirException>(async () => await call.Completion);
    }

    [Fact]
    public async Task Only_the_first_end_counts()
    {
        var call = new RpcCall(RemoteProcedures.Program, 2);
        Assert.True(call.Complete([]));
        Assert.False(call.Fail(new IOException()));
        Assert.False(call.Complete([]));
        await call.Completion;
    }
}
