using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Logical;

namespace Lodge.Storage.Tests.Backends;

public sealed class LogicalTests
{
    [Fact]
    public void A_line_of_lvs_is_read_with_its_stretches()
    {
        var line = LogicalVolumeLine.Parse(
            "  data##fSLSZH-zAS2#/dev/sdc1(10240),/dev/sdd1(0)"
            + "#striped#2#42949672960#4194304#42949672960#-wi-a-----")!;
        Assert.Equal(("data", "fSLSZH-zAS2", 42949672960UL), (line.Name, line.Uuid, line.Allocation));
        Assert.Null(line.Origin);
        Assert.Equal(
            [
                new StorageVolumeExtent("/dev/sdc1", new StorageExtent(42949672960, 85899345920)),
                new StorageVolumeExtent("/dev/sdd1", new StorageExtent(0, 42949672960)),
            ],
            line.Extents);
    }

    [Fact]
    public void A_snapshot_knows_its_origin_and_LVMs_own_volumes_are_none()
    {
        const string Rest = "#UB5hFw#/dev/hda2(187)#linear#1#1040187392#33554432#1040187392#swi-a-s---";
        Assert.Equal("base", LogicalVolumeLine.Parse("snap#base" + Rest)!.Origin);
        Assert.True(LogicalVolumeLine.Parse("snap#base" + Rest)!.IsSparse);
        Assert.Null(LogicalVolumeLine.Parse("snap#[snap_vorigin]" + Rest)!.Origin);
    }

    [Theory]
    [InlineData("a##u#/dev/sda(0)#linear#1#1#1#1#-wi-------")]
    [InlineData("a##u##thin-pool#1#1#1#1#twi-a-tz--")]
    [InlineData("not a line")]
    [InlineData("")]
    public void What_cannot_be_used_is_passed_over(string line) => Assert.Null(LogicalVolumeLine.Parse(line));

    [Theory]
    [InlineData("a##u#/dev/sda(0)#linear#1#x#1#1#-wi-a-----", "internal error: malformed volume extent length value")]
    [InlineData("a##u#/dev/sda#linear#1#1#1#1#-wi-a-----", "internal error: malformed volume extent devices value")]
    [InlineData("a##u#/dev/sda(0)#linear#1#1#1#-1#-wi-a-----", "internal error: malformed volume allocation value")]
    public void Numbers_that_are_none_are_refused(string line, string text) =>
        Assert.Equal(text, Assert.Throws<VirException>(() => LogicalVolumeLine.Parse(line)).Message);

    [Fact]
    public void Devices_are_grouped_by_their_volume_group()
    {
        var groups = VolumeGroups.ParseDevices("  /dev/sdb   \n  /dev/sdc  vg0 \n /dev/sdd vg1\n  /dev/sde  vg0\n");
        Assert.Equal(["vg0", "vg1"], groups.Select(group => group.Name));
        Assert.Equal(["/dev/sdc", "/dev/sde"], groups[0].Devices.Select(device => device.Path));
    }

    [Theory]
    [InlineData("  10603200512:4328521728\n", 10603200512, 6274678784, 4328521728)]
    [InlineData("8:0:\n", 8, 8, 0)]
    public void The_size_of_a_group_is_read(string output, ulong capacity, ulong allocation, ulong available) =>
        Assert.Equal(new StoragePoolUsage(capacity, allocation, available), VolumeGroups.ParseUsage(output));

    [Theory]
    [InlineData("1:2")]
    [InlineData("")]
    [InlineData("a:b")]
    public void A_size_that_is_none_is_refused(string output) =>
        Assert.Throws<VirException>(() => VolumeGroups.ParseUsage(output));

    [Fact]
    public void Volumes_are_made_whole_or_with_less_room_than_they_show()
    {
        var pool = StoragePoolXml.Parse("<pool type='logical'><name>vg</name></pool>");
        var whole = new StorageVolumeDefinition { Name = "v", Capacity = 1025, Allocation = 1025 };
        Assert.Equal("--name v -L 2K vg --yes", Line(whole));
        Assert.Equal("--name v -L 1K --type snapshot --virtualsize 2K vg --yes", Line(whole with { Allocation = 0 }));
        Assert.Equal(
            "--name v -L 2K -s /dev/vg/base --yes",
            Line(whole with { Backing = new StorageVolumeTarget { Path = "/dev/vg/base" } }));

        string Line(StorageVolumeDefinition asked) => string.Join(' ', LogicalVolumes.Arguments(pool, asked));
    }
}
