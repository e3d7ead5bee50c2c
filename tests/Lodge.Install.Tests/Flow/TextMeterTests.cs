using Lodge.Install.Flow.Progress;

namespace Lodge.Install.Tests.Flow;

/// <summary>Progress is a line of text with size, speed and time.</summary>
public sealed class TextMeterTests
{
    private const long Gibibyte = 1024L * 1024 * 1024;

    [Fact]
    public void What_has_ended_shows_its_size_and_how_long_it_took()
    {
        var (output, clock) = (new StringWriter(), new Clock());
        var meter = new TextMeter(output, 80, clock);
        meter.Start("Allocating 'x'", 8 * Gibibyte);
        meter.Update(8 * Gibibyte);
        clock.Pass(TimeSpan.FromSeconds(61));
        meter.End();
        Assert.Equal(
            "\rAllocating 'x'                                              | 8.0 GB  01:01     \n", output.ToString());
    }

    [Fact]
    public void What_goes_on_shows_how_much_how_fast_and_how_long_it_takes_yet()
    {
        var (output, clock) = (new StringWriter(), new Clock());
        var meter = new TextMeter(output, 80, clock);
        meter.Start("Transferring 'initrd'", 100 * 1024 * 1024);
        clock.Pass(TimeSpan.FromSeconds(1));
        meter.Update(50 * 1024 * 1024);
        Assert.Equal(
            "\rTransferring 'initrd'      50% [========-        ]  50 MB/s |  50 MB  00:01 ETA \r",
            output.ToString());
    }

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Pass(TimeSpan time) => _now += time.Ticks;
    }
}
