using Lodge.Client.Uri;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Tests.Uri;

public sealed class ConnectionUriTests
{
    [Theory]
    [InlineData("qemu:///system", "qemu", null, null, null, 0, "/system")]
    [InlineData("qemu+ssh://root@host:2222/session", "qemu", "ssh", "root", "host", 2222, "/session")]
    [InlineData("qemu+SSH://host/system", "qemu", "ssh", null, "host", 0, "/system")]
    [InlineData("qemu+ssh://[fe80::1]:22/system", "qemu", "ssh", null, "fe80::1", 22, "/system")]
    [InlineData("test:///default", "test", null, null, null, 0, "/default")]
    [InlineData("qemu:/system", "qemu", null, null, null, 0, "/system")]
    [InlineData("qemu+unix:///system?socket=/run/a%20b", "qemu", "unix", null, null, 0, "/system")]
    public void A_name_is_taken_apart(
        string text, string driver, string? transport, string? user, string? server, int port, string path)
    {
        var uri = ConnectionUri.Parse(text);
        Assert.Equal(
            (driver, transport, user, server, port, path),
            (uri.Driver, uri.TransportName, uri.User, uri.Server, uri.Port, uri.Path));
    }

    [Fact]
    public void Parameters_are_unescaped_and_found_without_case()
    {
        var uri = ConnectionUri.Parse("qemu+unix:///system?Socket=/run/a%20b;x=&y=1&y=2");
        Assert.Equal("/run/a b", uri.Parameter("socket"));
        Assert.Equal("", uri.Parameter("x"));
        Assert.Equal("2", uri.Parameter("y"));
        Assert.Null(uri.Parameter("z"));
    }

    [Theory]
    [InlineData("qemu+unix:///system?socket=/s", "qemu:///system")]
    [InlineData("qemu+ssh://host/session?foo=a%26b&socket=/s", "qemu:///session?foo=a%26b")]
    [InlineData("qemu:///system", "qemu:///system")]
    public void The_server_gets_the_name_without_what_is_the_clients(string text, string name) =>
        Assert.Equal(name, ConnectionUri.Parse(text).ToServerName(parameter => parameter == "socket"));

    [Theory]
    [InlineData("nothing", VirErrorNumber.VIR_ERR_NO_CONNECT)]
    [InlineData("://x", VirErrorNumber.VIR_ERR_NO_CONNECT)]
    [InlineData("q_x:///", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("qemu+ssh://host:port/system", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    [InlineData("qemu+ssh://host:99999/system", VirErrorNumber.VIR_ERR_INTERNAL_ERROR)]
    public void What_is_no_name_is_refused(string text, VirErrorNumber code) =>
        Assert.Equal(code, Assert.Throws<VirException>(() => ConnectionUri.Parse(text)).Code);

    [Fact]
    public async Task A_missing_slash_is_guessed_at()
    {
        var error = await Assert.ThrowsAsync<VirException>(
            async () => await LibvirtConnection.OpenAsync("qemu://system"));
        Assert.EndsWith("invalid URI qemu://system (maybe you want qemu:///system)", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qemu+unix://host/system", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("qemu+pigeon:///system", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("qemu+tls://host/system", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED)]
    [InlineData("qemu+ssh:///system", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("qemu+ssh://host/system?proxy=dove", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("qemu+ssh://host/system?proxy=native&netcat=nc", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    [InlineData("test:///", VirErrorNumber.VIR_ERR_INVALID_ARG)]
    public async Task A_way_that_does_not_exist_is_refused(string uri, VirErrorNumber code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<VirException>(
            async () => await LibvirtConnection.OpenAsync(uri))).Code);

    [Fact]
    public async Task A_socket_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<VirException>(async () =>
            await LibvirtConnection.OpenAsync("qemu+unix:///system?socket=/nowhere/sock"));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, error.Code);
        Assert.Equal("Failed to connect socket to '/nowhere/sock': No such file or directory", error.Message);
    }
}
