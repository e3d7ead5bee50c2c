using Lodge.Install.Drafts;
using Lodge.Install.Drafts.Shapes;

namespace Lodge.Install.Tests.Drafts;

/// <summary>A draft over XML that was there already changes that in place.</summary>
public sealed class ParsedDraftTests
{
    private const string Guest =
        """
        <domain type='qemu' xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
          <name>x &amp; y</name>
          <unknown how="so"><part/></unknown>
          <os>
            <type arch="x86_64">hvm</type>
            <boot dev="hd"/>
          </os>
          <devices>
            <disk type="file"><target dev="vda" bus="virtio"/></disk>
            <interface type="user"/>
            <disk type="block"><source dev="/dev/x"/></disk>
          </devices>
          <qemu:commandline>
            <qemu:arg value="-foo"/>
          </qemu:commandline>
        </domain>
        """;

    [Fact]
    public void What_is_not_changed_stays_and_what_is_new_comes_last()
    {
        var domain = Draft.Parse(Guest);
        domain["title"] = "<t>";
        domain["os/kernel"] = "/k";
        domain.All("devices/disk")[0]["serial"] = "7";
        Assert.Equal(
            """
            <domain type="qemu" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
              <name>x &amp; y</name>
              <unknown how="so">
                <part/>
              </unknown>
              <os>
                <type arch="x86_64">hvm</type>
                <boot dev="hd"/>
                <kernel>/k</kernel>
              </os>
              <devices>
                <disk type="file">
                  <target dev="vda" bus="virtio"/>
                  <serial>7</serial>
                </disk>
                <interface type="user"/>
                <disk type="block">
                  <source dev="/dev/x"/>
                </disk>
              </devices>
              <qemu:commandline>
                <qemu:arg value="-foo"/>
              </qemu:commandline>
              <title>&lt;t&gt;</title>
            </domain>

            """,
            domain.ToXml());
    }

    [Fact]
    public void Values_are_read_by_path_and_what_is_emptied_goes_with_what_held_it()
    {
        var domain = Draft.Parse(Guest);
        Assert.Equal(("x & y", "x86_64", "hvm"), (domain["name"], domain["os/type/@arch"], domain["os/type"]));
        Assert.Null(domain["os/kernel"]);
        var block = domain.All("devices/disk")[1];
        Assert.Equal("/dev/x", block["source/@dev"]);
        (block["source/@dev"], block["@type"]) = (null, null);
        Assert.True(block.IsEmpty);
        domain.Remove("devices/disk", block);
        Assert.Single(domain.All("devices/disk"));
        Assert.DoesNotContain("/dev/x", domain.ToXml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_was_made_apart_is_written_in_its_order_once_and_changed_in_place_from_then_on()
    {
        var domain = Draft.Parse("<domain><devices/></domain>");
        var disk = domain.New("devices/disk");
        (disk["target/@dev"], disk["@type"]) = ("vda", "file");
        disk.Add("source/host")["@name"] = "h";
        domain.Add("devices/disk", disk);
        disk["@device"] = "cdrom";
        disk.All("source/host")[0]["@port"] = "1";
        Assert.Equal(
            """
            <disk type="file" device="cdrom">
              <source>
                <host name="h" port="1"/>
              </source>
              <target dev="vda"/>
            </disk>

            """,
            disk.ToXml());
        Assert.Contains("""<disk type="file" device="cdrom">""", domain.ToXml(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_that_is_cleared_stays_or_goes()
    {
        var domain = Draft.Parse("<domain><cpu mode='x'><model>m</model></cpu><vcpu>1</vcpu></domain>");
        domain.Clear("cpu", keep: true);
        Assert.Equal("<domain>\n  <cpu/>\n  <vcpu>1</vcpu>\n</domain>\n", domain.ToXml());
        domain.Clear("cpu");
        Assert.Equal("<domain>\n  <vcpu>1</vcpu>\n</domain>\n", domain.ToXml());
    }

    [Theory]
    [InlineData("<domain>")]
    [InlineData("<network/>")]
    [InlineData("<!DOCTYPE domain [<!ENTITY a 'b'>]><domain>&a;</domain>")]
    public void What_is_no_domain_is_refused(string xml) =>
        Assert.Throws<FormatException>(() => Draft.Parse(xml, DomainShape.Domain));
}
