namespace Lodge.Network.Tests.Filters;

/// <summary>Filters that somebody flushed come back as they were.</summary>
public sealed class FlushedFilterTests
{
    [Fact]
    public async Task A_flushed_filter_is_put_back_and_holds_again()
    {
        await using var segment = await FilteredSegment.OpenAsync();
        await segment.BindAsync("no-mac-spoofing");
        var spoofed = Frames.Ethernet("52:54:00:00:00:77", FilteredSegment.PeerMac, 0x88b5, 1, 2, 3, 4);
        Assert.False(await segment.PassesAsync(spoofed));
        Assert.False(await segment.Engine.RepairAsync());

        await segment.ApplyAsync("flush ruleset");
        Assert.True(await segment.PassesAsync(spoofed));

        Assert.True(await segment.Engine.RepairAsync());
        Assert.False(await segment.PassesAsync(spoofed));
        await segment.Engine.UnbindAsync(FilteredSegment.Port);
        Assert.True(await segment.PassesAsync(spoofed));
    }
}
