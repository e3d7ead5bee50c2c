using System.Xml.Linq;
using Lodge.Cli.Virsh;
using Lodge.Cli.Virsh.Domains;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Tests.Virsh;

public sealed class XmlTests
{
    private const string Domain = """
        <domain>
          <devices>
            <disk type='file' device='disk'><source file='/a'/><backingStore/><target dev='vda'/></disk>
            <disk type='file' device='cdrom'><source file='/b'/><target dev='hdc'/></disk>
            <interface type='user'><mac address='52:54:00:00:00:01'/></interface>
            <interface type='user'><mac address='52:54:00:00:00:02'/></interface>
            <graphics type='vnc' port='5901' listen='0.0.0.0' passwd='p'/>
            <graphics type='spice' port='5902' tlsPort='5903' passwd='p'><listen type='address' address='::1'/></graphics>
          </devices>
        </domain>
        """;

    [Fact]
    public void An_element_without_blanks_is_laid_out_anew() => Assert.Equal(
        "<a x=\"1&lt;2\">\n  <b/>\n  <c>t&amp;u</c>\n</a>",
        XmlFormat.Format(XElement.Parse("<a x='1&lt;2'><b/><c>t&amp;u</c></a>")));

    [Fact]
    public void An_element_with_blanks_keeps_them()
    {
        const string Text = "<a>\n    <b/>\n  </a>";
        Assert.Equal(Text, XmlFormat.Format(XElement.Parse(Text, LoadOptions.PreserveWhitespace)));
    }

    [Fact]
    public void Namespaces_keep_their_prefixes() => Assert.Equal(
        "<a xmlns:q=\"urn:q\" q:x=\"1\">\n  <q:b/>\n</a>",
        XmlFormat.Format(XElement.Parse("<a q:x='1' xmlns:q='urn:q'><q:b/></a>")));

    [Fact]
    public void A_document_type_is_not_read() => Assert.Throws<CommandFailure>(
        () => XmlText.Parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "refused"));

    [Theory]
    [InlineData("vda", "/a")]
    [InlineData("/b", "/b")]
    public void A_disk_is_found_by_target_and_by_source(string path, string source)
    {
        var disk = DiskSearch.Find(Domain, path, onlyRemovable: false);
        Assert.Equal(source, DiskSource.Of(disk));
        Assert.Null(disk.Element("backingStore"));
    }

    [Fact]
    public void A_disk_that_is_not_there_is_told_by_name() => Assert.Equal(
        "No disk found whose source path or target is vda",
        Assert.Throws<CommandFailure>(() => DiskSearch.Find(Domain, "vda", onlyRemovable: true)).Message);

    [Theory]
    [InlineData("user", null, "Domain has 2 interfaces. Please specify which one to detach using --mac")]
    [InlineData("bridge", null, "No interface found whose type is bridge")]
    [InlineData("user", "52:54:00:00:00:03", "No interface with MAC address 52:54:00:00:00:03 was found")]
    public void An_interface_is_not_guessed(string type, string? mac, string message) => Assert.Equal(
        message, Assert.Throws<CommandFailure>(() => InterfaceSearch.Find(Domain, type, mac)).Message);

    [Theory]
    [InlineData("vnc", "qemu:///system", "vnc://:p@localhost:1")]
    [InlineData("vnc", "qemu+ssh://host/system", "vnc://:p@host:1")]
    [InlineData("spice", "qemu:///system", "spice://[::1]:5902?tls-port=5903&password=p")]
    [InlineData("rdp", "qemu:///system", null)]
    public void A_screen_has_an_address_for_viewers(string scheme, string uri, string? expected) =>
        Assert.Equal(expected, new DisplayAddress(XElement.Parse(Domain), uri).Of(scheme));
}
