using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Folders;

namespace Lodge.Storage.Tests.Backends;

public sealed class MountTests
{
    private const string Options = "xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'";

    [Theory]
    [InlineData(
        "<pool type='fs'><name>n</name><source><device path='/dev/x'/><format type='xfs'/></source><target>"
            + "<path>/t</path></target></pool>",
        "-o nodev,nosuid,noexec -t xfs /dev/x /t")]
    [InlineData(
        "<pool type='netfs'><name>n</name><source><host name='h'/><dir path='/d'/></source><target><path>"
            + "/t</path></target></pool>",
        "-o nodev,nosuid,noexec h:/d /t")]
    [InlineData(
        "<pool type='netfs'><name>n</name><source><host name='h'/><dir path='/d'/><format type='nfs'/>"
            + "<protocol ver='4.2'/></source><target><path>/t</path></target></pool>",
        "-o nodev,nosuid,noexec,nfsvers=4.2 -t nfs h:/d /t")]
    [InlineData(
        "<pool type='netfs'><name>n</name><source><host name='h'/><dir path='s'/><format type='cifs'/></source>"
            + "<target><path>/t</path></target></pool>",
        "-o nodev,nosuid,noexec,guest -t cifs //h/s /t")]
    [InlineData(
        "<pool type='netfs'><name>n</name><source><host name='h'/><dir path='/v'/><format type='glusterfs'/>"
            + "</source><target><path>/t</path></target></pool>",
        "-o nodev,nosuid,noexec,direct-io-mode=1 -t glusterfs h:/v /t")]
    [InlineData(
        $"<pool type='netfs' {Options}><name>n</name><source><host name='h'/><dir path='/d'/><format "
            + "type='nfs'/></source><target><path>/t</path></target><fs:mount_opts><fs:option name='sync'/>"
            + "<fs:option name='lazytime'/></fs:mount_opts></pool>",
        "-o nodev,nosuid,noexec,sync,lazytime -t nfs h:/d /t")]
    public void A_pool_is_mounted_so(string xml, string arguments)
    {
        var pool = StoragePoolXml.Parse(xml);
        MountSource.Validate(pool);
        Assert.Equal(arguments, string.Join(' ', MountSource.Arguments(pool, MountSource.Of(pool))));
    }

    [Fact]
    public void More_than_one_device_or_server_is_refused()
    {
        var two = StoragePoolXml.Parse(
            "<pool type='fs'><name>n</name><source><device path='/a'/><device path='/b'/></source>"
            + "<target><path>/t</path></target></pool>");
        Assert.Equal(
            "unsupported configuration: expected exactly 1 device for the storage pool",
            Assert.Throws<VirException>(() => MountSource.Validate(two)).Message);
    }

    [Theory]
    [InlineData("/a", "/a")]
    [InlineData(@"/a\040b\134c", @"/a b\c")]
    [InlineData(@"\04", @"\04")]
    [InlineData(@"\999", @"\999")]
    public void Names_in_the_mount_table_are_read_as_they_were(string field, string name) =>
        Assert.Equal(name, MountTable.Unescape(field));

    [Fact]
    public void What_is_mounted_at_a_folder_is_seen()
    {
        Assert.True(MountTable.Holds("proc", "/proc"));
        Assert.False(MountTable.Holds("proc", "/nowhere"));
    }

    [Fact]
    public void Exported_folders_may_have_blanks()
    {
        var found = NetworkExports.Sources("h", "/tmp   *\n/A dir demo1.foo.bar,demo2.foo.bar\nnonsense\n\n").ToList();
        Assert.Equal(["/tmp", "/A dir"], found.Select(source => source.Directory));
        Assert.All(found, source => Assert.Equal("nfs", source.Format));
    }
}
