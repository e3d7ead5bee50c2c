using Lodge.Client.Uri;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Tests.Uri;

public sealed class ClientConfigurationTests
{
    [Fact]
    public void Default_and_short_names_are_read()
    {
        var configuration = ClientConfiguration.Parse(
            """
            # uri_aliases = [ "no=no" ]
            uri_aliases = [
              "hail=qemu+ssh://root@hail.cloud.example.com/system",
              "sleet=qemu+ssh://root@sleet/system?a=b",
            ]
            uri_default = "qemu:///session"
            """,
            "libvirt.conf");
        Assert.Equal("qemu:///session", configuration.DefaultUri);
        Assert.Equal("qemu+ssh://root@sleet/system?a=b", configuration.FindAlias("sleet"));
        Assert.Null(configuration.FindAlias("no"));
    }

    [Fact]
    public void A_short_name_without_its_meaning_is_refused() => Assert.Throws<VirException>(() =>
        ClientConfiguration.Parse("uri_aliases = [ \"hail\" ]", "libvirt.conf"));
}
