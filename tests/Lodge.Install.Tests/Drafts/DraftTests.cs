using Lodge.Install.Drafts;
using Lodge.Install.Drafts.Shapes;

namespace Lodge.Install.Tests.Drafts;

/// <summary>A draft is written in the order of its shape, whatever was set first.</summary>
public sealed class DraftTests
{
    [Fact]
    public void Parts_stand_in_the_order_of_the_shape()
    {
        var domain = new Draft(DomainShape.Domain);
        var disk = domain.Add("devices/disk");
        (disk["target/@dev"], disk["serial"], disk["@type"]) = ("vda", "7", "file");
        disk.Add("source/seclabel")["@model"] = "dac";
        disk["source/@file"] = "/a&<b>\"";
        domain["name"] = "x";
        Assert.Equal(
            """
            <domain>
              <name>x</name>
              <devices>
                <disk type="file">
                  <source file="/a&amp;&lt;b&gt;&quot;">
                    <seclabel model="dac"/>
                  </source>
                  <target dev="vda"/>
                  <serial>7</serial>
                </disk>
              </devices>
            </domain>

            """,
            DraftNode.Of(domain).ToString());
    }

    [Fact]
    public void An_element_of_another_namespace_declares_it_once()
    {
        var domain = new Draft(DomainShape.Domain);
        domain["metadata/libosinfo:libosinfo/libosinfo:os/@id"] = "http://x";
        Assert.Equal(
            """
            <domain>
              <metadata>
                <libosinfo:libosinfo xmlns:libosinfo="http://libosinfo.org/xmlns/libvirt/domain/1.0">
                  <libosinfo:os id="http://x"/>
                </libosinfo:libosinfo>
              </metadata>
            </domain>

            """,
            DraftNode.Of(domain).ToString());
    }

    [Fact]
    public void What_is_set_to_nothing_is_gone_and_an_empty_device_is_not_written()
    {
        var domain = new Draft(DomainShape.Domain);
        domain.Add("devices/input")["@bus"] = "usb";
        domain.All("devices/input")[0]["@bus"] = null;
        Assert.True(domain.IsEmpty);
        Assert.Equal("<domain/>\n", DraftNode.Of(domain).ToString());
    }
}
