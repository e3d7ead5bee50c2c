using Lodge.Model.Storage;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Storage;

public sealed class StoragePoolXmlTests
{
    private const string Uuid = "c7a5fdbd-edaf-9455-926a-d65c16db1809";

    [Fact]
    public void A_pool_with_everything_a_mounted_one_can_have_is_written_back_as_it_was_read()
    {
        const string Xml = $"""
            <pool type='netfs' xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'>
              <name>a &amp; b</name>
              <uuid>{Uuid}</uuid>
              <capacity unit='bytes'>0</capacity>
              <allocation unit='bytes'>0</allocation>
              <available unit='bytes'>0</available>
              <source>
                <host name='h' port='2049'/>
                <dir path='/d'/>
                <format type='nfs'/>
                <protocol ver='4.2'/>
                <vendor name='v'/>
                <product name='p'/>
              </source>
              <target>
                <path>/t</path>
                <permissions>
                  <mode>0755</mode>
                  <owner>107</owner>
                  <group>107</group>
                  <label>virt_image_t</label>
                </permissions>
              </target>
              <refresh>
                <volume allocation='capacity'/>
              </refresh>
              <fs:mount_opts>
                <fs:option name='sync'/>
                <fs:option name='lazytime'/>
              </fs:mount_opts>
            </pool>

            """;
        Assert.Equal(Xml, StoragePoolXml.Format(StoragePoolXml.Parse(Xml)));
    }

    [Fact]
    public void Sizes_and_free_room_come_from_a_look_and_never_from_XML()
    {
        var pool = StoragePoolXml.Parse(
            "<pool type='disk'><name>n</name><capacity>9</capacity><source><device path='/dev/x'>"
            + "<freeExtent start='1' end='2'/></device></source><target><path>/dev</path></target></pool>");
        Assert.Empty(pool.Source.Devices[0].FreeExtents);
        var looked = pool with
        {
            Source = pool.Source with { Devices = [pool.Source.Devices[0] with { FreeExtents = [new(512, 1024)] }] },
        };
        var written = StoragePoolXml.Format(looked, new StoragePoolUsage(3, 2, 1));
        Assert.Contains("<capacity unit='bytes'>3</capacity>", written, StringComparison.Ordinal);
        Assert.Contains("<freeExtent start='512' end='1024'/>", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type='dir'", "<target><path>/x</path></target>", "missing pool source name element")]
    [InlineData("type='dir'", "<name>a/b</name>", "name a/b cannot contain '/'")]
    [InlineData("type='dir'", "<name>a</name><uuid>zz</uuid>", "malformed uuid element")]
    [InlineData("type='dir'", "<name>a</name>", "missing storage pool target path")]
    [InlineData("type='fs'", "<name>a</name>", "missing storage pool source device name")]
    [InlineData("type='fs'", "<name>a</name><source><device/></source>", "missing storage pool source device path")]
    [InlineData("type='netfs'", "<name>a</name><source><host/></source>", "missing storage pool host name")]
    [InlineData(
        "type='netfs'",
        "<name>a</name><source><dir path='d'/></source>",
        "missing storage pool source host name")]
    [InlineData("type='netfs'", "<name>a</name><source><host name='h'/></source>", "missing storage pool source path")]
    [InlineData(
        "type='rbd'",
        "<name>a</name><source><host name='h'/></source>",
        "element 'name' is mandatory for RBD pool")]
    [InlineData("type='scsi'", "<name>a</name>", "missing storage pool source adapter")]
    [InlineData("type='scsi'", "<name>a</name><source><adapter wwnn='1'/></source>",
        "Use of 'wwnn', 'wwpn', and 'parent' attributes requires use of the adapter 'type'")]
    [InlineData("type='scsi'", "<name>a</name><source><adapter type='scsi_host'/></source>",
        "Either 'name' or 'parent' must be specified for the 'scsi_host' adapter")]
    [InlineData("type='scsi'", "<name>a</name><source><adapter type='fc_host' wwpn='2'/></source>",
        "'wwnn' and 'wwpn' must be specified for adapter type 'fchost'")]
    [InlineData(
        "type='dir'",
        "<name>a</name><target><path>/x</path><permissions><mode>1777</mode></permissions></target>",
        "malformed octal mode")]
    [InlineData(
        "type='dir'",
        "<name>a</name><target><path>/x</path><permissions><mode>8</mode></permissions></target>",
        "malformed octal mode")]
    [InlineData(
        "type='dir'",
        "<name>a</name><target><path>/x</path><permissions><owner>me</owner></permissions></target>",
        "malformed owner element")]
    [InlineData(
        "type='dir'",
        "<name>a</name><target><path>/x</path><permissions><group>4294967296</group></permissions></target>",
        "malformed group element")]
    public void What_libvirt_calls_malformed_is_refused_in_its_words(string type, string inside, string text)
    {
        var refused = Assert.Throws<VirException>(() => StoragePoolXml.Parse($"<pool {type}>{inside}</pool>"));
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_STORAGE, "XML error: " + text),
            (refused.Code, refused.Domain, refused.Message));
    }

    [Theory]
    [InlineData(
        "type='netfs'",
        "<source><host name='h'/><dir path='d'/><format type='zz'/></source>",
        "unknown pool format type zz")]
    [InlineData(
        "type='netfs'",
        "<source><host name='h'/><dir path='d'/><format type='cifs'/><protocol ver='4'/></source>",
        "storage pool protocol ver unsupported for pool type 'cifs'")]
    [InlineData("type='iscsi-direct'", "<source><host name='h'/></source>", "missing initiator IQN")]
    [InlineData(
        "type='iscsi'",
        "<source><host name='h'/><auth type='zz' username='u'/></source>",
        "unknown auth type 'zz'")]
    [InlineData(
        "type='iscsi'",
        "<source><host name='h'/><auth username='u'><secret usage='x'/></auth></source>",
        "storage pool missing auth type")]
    [InlineData("type='dir'", "<target><path>/x</path></target><refresh><volume allocation='x'/></refresh>",
        "unknown storage pool volume refresh allocation type x")]
    public void What_libvirt_does_not_support_is_refused_in_its_words(string type, string inside, string text)
    {
        var refused = Assert.Throws<VirException>(
            () => StoragePoolXml.Parse($"<pool {type}><name>a</name>{inside}</pool>"));
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unsupported configuration: " + text),
            (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("<pool/>", "XML error: Missing required attribute 'type' in element 'pool'")]
    [InlineData("<pool type='x'/>", "XML error: Invalid value for attribute 'type' in element 'pool': 'x'.")]
    [InlineData("<network/>", "XML error: expecting root element of 'pool', not 'network'")]
    public void What_is_no_pool_is_refused(string xml, string text) =>
        Assert.Equal(text, Assert.Throws<VirException>(() => StoragePoolXml.Parse(xml)).Message);

    [Fact]
    public void A_volume_group_gives_a_pool_its_name_and_its_path()
    {
        var pool = StoragePoolXml.Parse(
            "<pool type='logical'><source><name>vg</name></source><target><path>/ignored</path></target></pool>");
        Assert.Equal(("vg", "/dev/vg", "lvm2"), (pool.Name, pool.TargetPath, pool.Source.Format));
    }

    [Theory]
    [InlineData("-1", null)]
    [InlineData("4294967295", null)]
    [InlineData("0", 0u)]
    [InlineData("4294967294", 4294967294u)]
    public void An_owner_of_minus_one_is_nobody_in_particular(string text, uint? owner) => Assert.Equal(
        owner,
        StoragePoolXml.Parse(
            "<pool type='dir'><name>a</name><target><path>/x</path>"
            + $"<permissions><owner>{text}</owner></permissions></target></pool>")
            .Permissions.Owner);

    [Theory]
    [InlineData("/a//b/", "/a/b")]
    [InlineData("//a", "//a")]
    [InlineData("///a", "/a")]
    [InlineData("/", "/")]
    [InlineData("//", "//")]
    [InlineData("/../a", "/../a")]
    [InlineData("nfs://h//a/", "nfs://h//a/")]
    [InlineData("", "")]
    public void Paths_are_cleaned_as_libvirt_cleans_them(string path, string clean) =>
        Assert.Equal(clean, StoragePath.Sanitize(path));

    [Fact]
    public void Sources_that_were_found_are_written_in_one_list() => Assert.Equal(
        """
        <sources>
          <source>
            <device path='/dev/sda'/>
            <name>vg</name>
            <format type='lvm2'/>
          </source>
        </sources>

        """,
        StoragePoolXml.FormatSources(
            [new() { Name = "vg", Format = "lvm2", Devices = [new() { Path = "/dev/sda" }] }],
            StoragePoolType.Logical));

    [Fact]
    public void Capabilities_name_every_type_once_with_its_formats()
    {
        var xml = StoragePoolCapabilitiesXml.Format(type => type == StoragePoolType.Dir);
        Assert.Equal(14, xml.Split("<pool type=").Length - 1);
        Assert.Contains("<pool type='dir' supported='yes'>", xml, StringComparison.Ordinal);
        Assert.Contains("<pool type='iscsi' supported='no'>\n  </pool>", xml, StringComparison.Ordinal);
        Assert.Contains("<value>ocfs2</value>", xml, StringComparison.Ordinal);
    }
}
