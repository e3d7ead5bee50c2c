using Lodge.Cli.SshProxy;
using Lodge.Protocol.Errors;

namespace Lodge.Cli.Tests.SshProxy;

public sealed class DaemonSocketTests
{
    [Theory]
    [InlineData("qemu:///system", false, "/run/libvirt/libvirt-sock")]
    [InlineData("qemu:///system", true, "/run/libvirt/libvirt-sock-ro")]
    [InlineData("qemu:///system?socket=/tmp/a%20b", true, "/tmp/a b")]
    public void The_socket_is_the_one_that_the_uri_means(string uri, bool readOnly, string expected) =>
        Assert.Equal(expected, DaemonSocket.PathOf(uri, readOnly));

    [Fact]
    public void What_is_no_uri_is_refused() => Assert.Equal(
        VirErrorNumber.VIR_ERR_INVALID_ARG,
        Assert.Throws<VirException>(() => DaemonSocket.PathOf("nonsense", false)).Code);
}
