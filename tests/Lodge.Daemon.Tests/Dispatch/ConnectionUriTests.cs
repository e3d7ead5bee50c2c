using Lodge.Daemon.Dispatch;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Dispatch;

public sealed class ConnectionUriTests
{
    [Theory]
    [InlineData(null, false, "qemu:///system")]
    [InlineData("", true, "qemu:///session")]
    [InlineData("qemu:///system", false, "qemu:///system")]
    [InlineData("qemu:///session", false, "qemu:///session")]
    [InlineData("qemu:///session", true, "qemu:///session")]
    public void A_name_of_the_daemon_is_kept(string? name, bool isSession, string expected) =>
        Assert.Equal(expected, ConnectionUri.Resolve(name, isSession));

    [Theory]
    [InlineData("qemu:///system", true, "internal error: unexpected qemu URI path '/system', try qemu:///session")]
    [InlineData("qemu:///", false, "internal error: unexpected qemu URI path '/', try qemu:///system")]
    [InlineData("qemu:///system/", false, "internal error: unexpected qemu URI path '/system/', try qemu:///system")]
    public void A_path_that_is_not_served_names_the_one_that_is(string name, bool isSession, string text)
    {
        var refusal = Assert.Throws<VirException>(() => ConnectionUri.Resolve(name, isSession));
        Assert.Equal((VirErrorNumber.VIR_ERR_INTERNAL_ERROR, text), (refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("xen:///system")]
    [InlineData("qemu://host/system")]
    [InlineData("network:///system")]
    [InlineData("nonsense")]
    public void Another_driver_is_not_here(string name) => Assert.Equal(
        VirErrorNumber.VIR_ERR_NO_CONNECT,
        Assert.Throws<VirException>(() => ConnectionUri.Resolve(name, false)).Code);
}
