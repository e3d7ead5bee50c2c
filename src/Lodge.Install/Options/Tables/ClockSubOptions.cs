namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--clock</c> takes.</summary>
internal static class ClockSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("pit_tickpolicy"),
        new("rtc_tickpolicy"),
        new("platform_present", Takes: Takes.Switch),
        new("pit_present", Takes: Takes.Switch),
        new("rtc_present", Takes: Takes.Switch),
        new("hpet_present", Takes: Takes.Switch),
        new("tsc_present", Takes: Takes.Switch),
        new("kvmclock_present", Takes: Takes.Switch),
        new("hypervclock_present", Takes: Takes.Switch),
        new("offset", "@offset"),
        new("timer[0-9]*.name", "timer[]/@name"),
        new("timer[0-9]*.present", "timer[]/@present", Form.YesNo, Takes.Switch),
        new("timer[0-9]*.tickpolicy", "timer[]/@tickpolicy"),
        new("timer[0-9]*.track", "timer[]/@track"),
        new("timer[0-9]*.mode", "timer[]/@mode"),
        new("timer[0-9]*.frequency", "timer[]/@frequency", Form.Whole),
        new("timer[0-9]*.catchup.threshold", "timer[]/catchup/@threshold", Form.Whole),
        new("timer[0-9]*.catchup.slew", "timer[]/catchup/@slew", Form.Whole),
        new("timer[0-9]*.catchup.limit", "timer[]/catchup/@limit", Form.Whole),
    ];
}
