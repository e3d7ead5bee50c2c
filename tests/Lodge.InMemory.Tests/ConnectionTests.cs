using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.InMemory.Tests;

public sealed class ConnectionTests : IDisposable
{
    private readonly InMemoryDaemon _daemon = new();

    public void Dispose() => _daemon.Dispose();

    [Fact]
    public async Task The_client_opens_the_daemon_and_learns_what_it_is()
    {
        await using var connection = await _daemon.ConnectAsync();
        Assert.Equal("QEMU", (await connection.Rpc.ConnectGetTypeAsync(default)).Type);
        Assert.Equal("qemu:///system", (await connection.Rpc.ConnectGetUriAsync(default)).Uri);
        Assert.Equal(9000000UL, (await connection.Rpc.ConnectGetLibVersionAsync(default)).LibVer);
    }

    [Fact]
    public async Task The_host_is_told_as_it_is()
    {
        await using var connection = await _daemon.ConnectAsync();
        var node = await connection.GetNodeInfoAsync();
        Assert.Equal(Environment.ProcessorCount, (int)node.Cpus);
    }

    [Theory]
    [InlineData("lxc:///", VirErrorNumber.VIR_ERR_NO_CONNECT, "no connection driver available for lxc:///")]
    [InlineData("qemu:///nowhere", VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        "internal error: unexpected qemu URI path '/nowhere', try qemu:///system")]
    public async Task A_name_that_is_not_served_is_refused_as_libvirtd_refuses_it(
        string name, VirErrorNumber code, string text)
    {
        var refusal = await Assert.ThrowsAsync<VirException>(async () => await _daemon.ConnectAsync(name: name));
        Assert.Equal(code, refusal.Code);
        Assert.Equal(text, refusal.Message);
    }

    [Fact]
    public async Task What_is_not_served_says_so_by_name_with_every_field_of_the_error()
    {
        await using var connection = await _daemon.ConnectAsync();
        var refusal = await Assert.ThrowsAsync<VirException>(
            async () => await connection.LookupDomainByNameAsync("some"));
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_SUPPORT, refusal.Code);
        Assert.Equal("this function is not supported by the connection driver: virDomainLookupByName", refusal.Message);
        Assert.Equal("virDomainLookupByName", refusal.Error.Text2);
    }

    [Fact]
    public async Task Many_calls_at_once_are_each_answered()
    {
        await using var connection = await _daemon.ConnectAsync();
        var calls = Enumerable.Range(0, 200)
            .Select(async _ => (await connection.Rpc.ConnectGetTypeAsync(default)).Type);
        Assert.All(await Task.WhenAll(calls), type => Assert.Equal("QEMU", type));
    }
}
