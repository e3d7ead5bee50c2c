using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>What a guest's clock follows, and its timers.</summary>
internal static class ClockDefaults
{
    /// <summary>Completes the clock.</summary>
    /// <remarks>
    /// The high precision timer costs much and is not needed; ticks that were missed are caught up with by the clock
    /// and delayed by the interval timer, as Windows and Linux like it best.
    /// </remarks>
    public static void Complete(GuestPlan plan)
    {
        if (!plan.IsHvm) return;
        plan.Domain["clock/@offset"] ??= plan.Os.ClockOffset;
        if (plan.Domain.All("clock/timer").Count > 0 || !plan.IsX86 || !plan.IsQemu) return;
        Add(plan, "rtc")["@tickpolicy"] = "catchup";
        Add(plan, "pit")["@tickpolicy"] = "delay";
        Add(plan, "hpet")["@present"] = "no";
        if (plan.Os.IsWindows) Add(plan, "hypervclock")["@present"] = "yes";
    }

    private static Drafts.Draft Add(GuestPlan plan, string name)
    {
        var timer = plan.Domain.Add("clock/timer");
        timer["@name"] = name;
        return timer;
    }
}
