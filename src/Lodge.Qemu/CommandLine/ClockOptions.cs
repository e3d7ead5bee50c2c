using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>The guest's clock and timers.</summary>
internal static class ClockOptions
{
    public static void Add(CommandLineWriter writer)
    {
        var clock = writer.Definition.Clock;
        var rtc = clock.Timers.Find(timer => timer.Name == TimerName.Rtc);
        writer.Command.Add("-rtc", new OptionString()
            .Add("base", Base(clock, writer.Context.Clock))
            .Add("clock", Track(rtc))
            .Add("driftfix", rtc?.TickPolicy == TickPolicy.Catchup ? "slew" : null));
        if (clock is { Offset: ClockOffset.Timezone, TimeZone: { } zone })
        {
            writer.Command.SetEnvironment("TZ", zone);
        }

        foreach (var timer in clock.Timers)
        {
            AddTimer(writer, timer);
        }
    }

    private static string Base(Clock clock, TimeProvider now) => clock.Offset switch
    {
        ClockOffset.Utc => "utc",
        ClockOffset.Localtime or ClockOffset.Timezone => "localtime",
        ClockOffset.Variable => Moment(now.GetUtcNow().AddSeconds(Adjustment(clock, now))),
        _ => Moment(DateTimeOffset.FromUnixTimeSeconds((long)clock.Start)),
    };

    // Counted from UTC from now on, so that a change of summer time moves nothing under a running guest.
    private static long Adjustment(Clock clock, TimeProvider now)
    {
        if (clock.Basis == ClockBasis.Localtime)
        {
            clock.Adjustment += (long)now.LocalTimeZone.GetUtcOffset(now.GetUtcNow()).TotalSeconds;
            clock.Basis = ClockBasis.Utc;
        }

        return clock.FirstAdjustment = clock.Adjustment;
    }

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static string? Track(ClockTimer? rtc) => rtc?.Track switch
    {
        TimerTrack.Guest => "vm",
        TimerTrack.Wall => "host",
        TimerTrack.Realtime => "rt",
        TimerTrack.Boot => throw ConfigurationError.Unsupported("unsupported rtc timer track 'boot'"),
        _ => null,
    };

    private static void AddTimer(CommandLineWriter writer, ClockTimer timer)
    {
        switch (timer.Name)
        {
            case TimerName.Pit when writer.Capabilities.Has(QemuCapability.KvmPitTickPolicy):
                AddPit(writer, timer.TickPolicy);
                break;
            case TimerName.Hpet when timer.Present == false && writer.Capabilities.Has(QemuCapability.NoHpet):
                writer.Command.Add("-no-hpet");
                break;
        }
    }

    private static void AddPit(CommandLineWriter writer, TickPolicy policy)
    {
        const string Policy = "kvm-pit.lost_tick_policy=";
        if (policy is TickPolicy.None or TickPolicy.Delay) writer.Command.Add("-global", Policy + "delay");
        if (policy == TickPolicy.Discard) writer.Command.Add("-global", Policy + "discard");
    }
}
