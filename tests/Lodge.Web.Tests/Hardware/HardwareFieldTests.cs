using System.Xml.Linq;
using Lodge.Web.Hardware;

namespace Lodge.Web.Tests.Hardware;

public sealed class HardwareFieldTests
{
    private readonly XElement _disk = XElement.Parse(
        "<disk type='file' device='disk'><driver name='qemu' type='qcow2' mystery='kept'/><target dev='vda' "
            + "bus='virtio'/></disk>");

    [Fact]
    public void A_value_is_written_where_it_stands_and_the_rest_stays()
    {
        new HardwareField("Cache", "driver/@cache").Write(_disk, "none");
        new HardwareField("Bus", "target/@bus").Write(_disk, "sata");
        Assert.Equal("none", (string?)_disk.Element("driver")!.Attribute("cache"));
        Assert.Equal("kept", (string?)_disk.Element("driver")!.Attribute("mystery"));
        Assert.Equal("sata", (string?)_disk.Element("target")!.Attribute("bus"));
    }

    [Fact]
    public void An_empty_value_takes_an_element_away_that_said_nothing_else()
    {
        var file = new HardwareField("File", "source/@file");
        file.Write(_disk, "/images/a.iso");
        Assert.Equal("/images/a.iso", file.Read(_disk));
        file.Write(_disk, "");
        Assert.Null(_disk.Element("source"));
    }

    [Fact]
    public void Presence_is_an_element()
    {
        var field = new HardwareField("Read only", "readonly", FieldShape.Presence);
        field.Write(_disk, "yes");
        Assert.NotNull(_disk.Element("readonly"));
        field.Write(_disk, "");
        Assert.Null(_disk.Element("readonly"));
    }

    [Fact]
    public void Mebibytes_are_written_as_KiB()
    {
        var domain = XElement.Parse("<domain><memory unit='KiB'>1048576</memory></domain>");
        var field = new HardwareField("Memory", "memory", FieldShape.Mebibytes);
        Assert.Equal("1024", field.Read(domain));
        field.Write(domain, "2048");
        Assert.Equal("2097152", domain.Element("memory")!.Value);
    }

    [Fact]
    public void Text_of_an_element_leaves_its_children()
    {
        var domain = XElement.Parse("<vcpu current='1'>2</vcpu>");
        var root = new XElement("domain", domain);
        new HardwareField("Processors", "vcpu").Write(root, "4");
        Assert.Equal("4", root.Element("vcpu")!.Value);
        Assert.Equal("1", (string?)root.Element("vcpu")!.Attribute("current"));
    }

    [Fact]
    public void The_first_free_disk_name_is_found() => Assert.Equal(
        "vdc",
        HardwareKinds.FreeTarget(
            XElement.Parse(
                "<domain><devices><disk><target dev='vda'/></disk><disk><target dev='vdb'/></disk></devices></domain>"),
            "vd"));

    [Fact]
    public void Each_kind_that_can_be_added_has_a_device_of_its_own_kind() => Assert.All(
        HardwareKinds.Addable, kind =>
            Assert.Equal(kind.Id, HardwareKinds.Of(kind.Template!(new XElement("domain")))?.Id));

    [Fact]
    public void Twenty_two_kinds_can_be_added_as_in_virt_manager() => Assert.Equal(22, HardwareKinds.Addable.Count());
}
