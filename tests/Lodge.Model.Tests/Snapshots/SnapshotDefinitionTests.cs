using Lodge.Model.Domain;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Snapshots;

public sealed class SnapshotDefinitionTests
{
    private const string Whole = """
        <domainsnapshot>
          <name>s2</name>
          <description>before the upgrade</description>
          <state>running</state>
          <parent>
            <name>s1</name>
          </parent>
          <creationTime>1795436064</creationTime>
          <memory snapshot='external' file='/var/tmp/s2.mem'/>
          <disks>
            <disk name='vda' snapshot='external' type='file'>
              <driver type='qcow2'/>
              <source file='/var/tmp/web.s2'/>
            </disk>
            <disk name='vdb' snapshot='no'/>
          </disks>
        </domainsnapshot>

        """;

    [Fact]
    public void What_is_read_is_written_the_same() =>
        Assert.Equal(Whole, SnapshotDefinition.Parse(Whole, redefined: true).Format(secure: false));

    [Fact]
    public void The_daemons_own_file_says_which_one_is_current()
    {
        var snapshot = SnapshotDefinition.Parse(Whole, redefined: true);
        Assert.True(SnapshotDefinition.IsMarkedCurrent(snapshot.Format(secure: true, isCurrent: true)));
        Assert.False(SnapshotDefinition.IsMarkedCurrent(snapshot.Format(secure: true, isCurrent: false)));
    }

    [Fact]
    public void A_new_one_takes_neither_state_nor_time_from_its_XML()
    {
        var snapshot = SnapshotDefinition.Parse(Whole, redefined: false);
        Assert.Equal((null, null), (snapshot.State, snapshot.Parent));
        Assert.NotEqual(1795436064, snapshot.CreationTime);
        Assert.True(snapshot.IsExternal);
    }

    [Fact]
    public void One_without_a_name_is_called_by_the_time() =>
        Assert.True(long.TryParse(SnapshotDefinition.Parse("<domainsnapshot/>", redefined: false).Name, out _));

    [Fact]
    public void The_domain_and_the_exact_CPU_are_kept()
    {
        var snapshot = SnapshotDefinition.Parse(Whole, redefined: true);
        snapshot.Domain = DomainXml.Parse(
            "<domain type='qemu'><name>web</name><memory>1024</memory><os><type>hvm</type></os></domain>",
            DomainXmlParseOptions.Configuration);
        snapshot.InactiveDomain = snapshot.Domain;
        snapshot.ExactCpu = SaveCookie.ReadCpu(
            "<cookie><cpu mode='custom' match='exact'><model>qemu64</model></cpu></cookie>");
        var read = SnapshotDefinition.Parse(snapshot.Format(secure: true), redefined: true);
        Assert.Equal("web", read.Domain!.Name);
        Assert.Equal("web", read.InactiveDomain!.Name);
        Assert.NotNull(read.ExactCpu);
    }

    [Theory]
    [InlineData("<domain/>", "unexpected root element")]
    [InlineData("<domainsnapshot><memory snapshot='external'/></domainsnapshot>", "require a filename")]
    [InlineData("<domainsnapshot><memory snapshot='external' file='a'/></domainsnapshot>", "must be absolute")]
    [InlineData("<domainsnapshot><memory snapshot='no' file='/a'/></domainsnapshot>", "requires external snapshot")]
    [InlineData("<domainsnapshot><memory snapshot='magic'/></domainsnapshot>", "unknown memory snapshot setting")]
    [InlineData("<domainsnapshot><disks><disk/></disks></domainsnapshot>", "missing name from disk snapshot")]
    [InlineData(
        "<domainsnapshot><disks><disk name='a' snapshot='x'/></disks></domainsnapshot>", "unknown disk snapshot")]
    public void What_makes_no_sense_is_refused(string xml, string complaint) => Assert.Contains(
        complaint,
        Assert.Throws<VirException>(() => SnapshotDefinition.Parse(xml, redefined: false)).Message,
        StringComparison.Ordinal);
}
