using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Rpc;

public sealed class DispatchTests
{
    private static readonly byte[] LookupOne = Bytes.Of("00000003 6f6e6500");
    private readonly Served _served = new();
    private readonly RemoteHandlers<string> _handlers;

    public DispatchTests() => _handlers = new RemoteHandlers<string> { Domain = _served };

    [Fact]
    public async Task A_call_reaches_its_handler_and_its_answer_is_written()
    {
        var reply = new XdrBuffer();
        await RemoteDispatch.InvokeAsync(
            _handlers, RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME, "caller", LookupOne, reply);
        Assert.Equal("caller", _served.Caller);
        var reader = new XdrReader(reply.Written);
        Assert.Equal("one", DomainLookupByNameRet.Read(ref reader).Dom.Name);
    }

    [Fact]
    public async Task An_answer_that_comes_later_is_written_then()
    {
        var reply = new XdrBuffer();
        _served.Later = new TaskCompletionSource();
        var running = RemoteDispatch.InvokeAsync(
            _handlers, RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME, "caller", LookupOne, reply);
        Assert.False(running.IsCompleted);
        Assert.Equal(0, reply.Length);
        _served.Later.SetResult();
        await running;
        Assert.NotEqual(0, reply.Length);
    }

    [Fact]
    public async Task A_failure_that_comes_later_is_the_handlers_own()
    {
        _served.Later = new TaskCompletionSource();
        var running = RemoteDispatch.InvokeAsync(
            _handlers, RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME, "caller", LookupOne, new XdrBuffer());
        _served.Later.SetException(
            new VirException(VirErrorNumber.VIR_ERR_NO_DOMAIN, VirErrorDomain.VIR_FROM_QEMU, "one"));
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_DOMAIN,
            (await Assert.ThrowsAsync<VirException>(async () => await running)).Code);
    }

    [Fact]
    public void A_call_that_ends_at_once_allocates_only_its_own_data()
    {
        var reply = new XdrBuffer();
        for (var i = 0; i < 100; i++)
        {
            Call(reply);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Call(reply);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Call(XdrBuffer into)
        {
            into.Clear();
            var running = RemoteDispatch.InvokeAsync(
                _handlers, RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_ID, "caller", LookupOne, into);
            running.GetAwaiter().GetResult();
        }
    }

    [Fact]
    public void Every_procedure_that_nobody_serves_says_its_name()
    {
        foreach (var facts in RemoteProcedures.All)
        {
            var error = Assert.Throws<VirException>(() => RemoteDispatch.InvokeAsync(
                new RemoteHandlers<string>(), (RemoteProcedure)facts.Number, "", new byte[4096],
                new XdrBuffer()).AsTask().GetAwaiter().GetResult());
            if (facts.Kind == ProcedureKind.Message)
            {
                Assert.Equal(VirErrorNumber.VIR_ERR_RPC, error.Code);
                Assert.EndsWith($"unknown procedure: {facts.Number}", error.Message, StringComparison.Ordinal);
            }
            else if (facts.Name != "connect_set_identity" || error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
            {
                Assert.Equal(VirErrorNumber.VIR_ERR_NO_SUPPORT, error.Code);
                Assert.EndsWith(facts.ApiName ?? facts.Name, error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Arguments_that_cannot_be_read_are_refused() =>
        Assert.Throws<VirException>(() => RemoteDispatch.InvokeAsync(
        _handlers, RemoteProcedure.REMOTE_PROC_DOMAIN_LOOKUP_BY_NAME, "", new byte[] { 0, 0, 0, 9 },
        new XdrBuffer()).AsTask().GetAwaiter().GetResult());

    private sealed class Served : IDomainProcedures<string>
    {
        private static readonly RemoteDomain Known = new() { Name = "one", Uuid = default, Id = 1 };

        public string? Caller { get; private set; }

        public TaskCompletionSource? Later { get; set; }

        public async ValueTask<DomainLookupByNameRet> DomainLookupByNameAsync(string call, DomainLookupByNameArgs args)
        {
            Caller = call;
            if (Later is not null)
            {
                await Later.Task;
            }

            return new() { Dom = Known with { Name = args.Name } };
        }

        public ValueTask<DomainLookupByIdRet> DomainLookupByIdAsync(string call, DomainLookupByIdArgs args) =>
            new(new DomainLookupByIdRet { Dom = Known });
    }
}
