using Lodge.Daemon.Domains.Snapshots;
using Lodge.Model.Domain;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains.Snapshots;

public sealed class SnapshotPlanTests
{
    [Fact]
    public void A_running_guest_is_taken_whole_inside_its_own_images()
    {
        var snapshot = Settle("", isActive: true);
        Assert.Equal(SnapshotLocation.Internal, snapshot.Memory);
        Assert.Equal(
            [("vda", SnapshotLocation.Internal), ("sda", SnapshotLocation.No)],
            snapshot.Disks.Select(disk => (disk.Name, disk.Location)));
    }

    [Fact]
    public void A_domain_that_does_not_run_has_no_memory_to_take() =>
        Assert.Equal(SnapshotLocation.No, Settle("", isActive: false).Memory);

    [Fact]
    public void Disks_alone_get_overlays_beside_their_images()
    {
        var snapshot = Settle("", isActive: true, diskOnly: true);
        Assert.Equal(("/nowhere/web.s1", StorageFormat.Qcow2),
            (snapshot.Disks[0].Source!.Path, snapshot.Disks[0].Source!.Format));
        Assert.Equal(SnapshotLocation.No, snapshot.Memory);
    }

    [Theory]
    [InlineData("<disks><disk name='vdz'/></disks>", "no disk named 'vdz'")]
    [InlineData("<disks><disk name='vda' snapshot='no'/></disks>", "require all disks to be selected")]
    [InlineData("<disks><disk name='vda' snapshot='external'/></disks>", "require all disks to be selected")]
    [InlineData(
        "<disks><disk name='vda' snapshot='external'><driver type='raw'/></disk></disks>", "is unsupported: raw")]
    [InlineData(
        "<memory snapshot='no'/><disks><disk name='vda' snapshot='no'/></disks>", "nothing selected for snapshot")]
    public void Parts_that_do_not_go_together_are_refused(string parts, string complaint)
    {
        var refusal = Assert.Throws<VirException>(() => Settle(parts, isActive: true));
        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refusal.Code);
        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
    }

    private static SnapshotDefinition Settle(string parts, bool isActive, bool diskOnly = false)
    {
        var domain = DomainXml.Parse(
            """
            <domain type='qemu'><name>web</name><memory>1024</memory><os><type>hvm</type></os><devices>
              <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/nowhere/web.qcow2'/>
                <target dev='vda' bus='virtio'/></disk>
              <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
            </devices></domain>
            """,
            DomainXmlParseOptions.Configuration);
        var snapshot = SnapshotDefinition.Parse(
            $"<domainsnapshot><name>s1</name>{parts}</domainsnapshot>", redefined: false);
        SnapshotPlan.Settle(snapshot, domain, isActive, diskOnly, reuse: false);
        return snapshot;
    }
}
