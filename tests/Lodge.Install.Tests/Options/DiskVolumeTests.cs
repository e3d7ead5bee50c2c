using Lodge.Install.Options;

namespace Lodge.Install.Tests.Options;

/// <summary>Disks that are not there yet ask for volumes to be made.</summary>
public sealed class DiskVolumeTests
{
    private const ulong Gibibyte = 1UL << 30;

    [Theory]
    [InlineData("size=8", "disk.qcow2", 8 * Gibibyte, 0, "qcow2")]
    [InlineData("size=8,sparse=no", "disk.qcow2", 8 * Gibibyte, 8 * Gibibyte, "qcow2")]
    [InlineData("/images/a.img,size=.5,format=raw", "a.img", Gibibyte / 2, 0, "raw")]
    [InlineData("pool=group,size=1", "disk", Gibibyte, Gibibyte, null)]
    public void A_disk_with_a_size_asks_for_a_volume(
        string text, string name, ulong capacity, ulong allocation, string? format)
    {
        var (_, made) = Assert.Single(Plan(text).Volumes);
        Assert.Equal(
            (name, (UInt128)capacity, (UInt128)allocation, format),
            (made.Name, made.Capacity, made.Allocation, made.Format));
    }

    [Fact]
    public void An_overlay_names_what_it_lies_over()
    {
        var plan = Plan("/images/o.qcow2,size=1,backing_store=/images/there.img,backing_format=raw");
        var (_, made) = Assert.Single(plan.Volumes);
        Assert.Equal(("/images/there.img", "raw"), (made.BackingPath, made.BackingFormat));
    }

    [Theory]
    [InlineData("/images/there.img")]
    [InlineData("vol=group/there")]
    [InlineData("device=cdrom")]
    public void A_disk_that_is_there_or_empty_asks_for_none(string text) => Assert.Empty(Plan(text).Volumes);

    [Fact]
    public void A_volume_that_may_grow_beyond_its_pool_is_said_so()
    {
        Assert.Equal(
            ["The requested volume capacity will exceed the available pool space when the volume is fully allocated. "
                + "(1024000 M requested capacity > 102400 M available)"],
            Plan("size=1000").Warnings);
    }

    private static GuestPlan Plan(string text)
    {
        var plan = new GuestPlan(new FixedHost());
        GuestOptions.Find("--disk")!.Apply(text, plan);
        return plan;
    }
}
