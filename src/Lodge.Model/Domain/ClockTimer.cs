using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A timer of the guest (<c>&lt;timer&gt;</c>).</summary>
public sealed class ClockTimer
{
    /// <summary>Which one.</summary>
    public TimerName Name { get; set; }

    /// <summary>Whether it is there.</summary>
    public bool? Present { get; set; }

    /// <summary>What becomes of missed ticks.</summary>
    public TickPolicy TickPolicy { get; set; }

    /// <summary>What it follows.</summary>
    public TimerTrack Track { get; set; }

    /// <summary>Ticks a second of the TSC; 0 for the host's.</summary>
    public ulong Frequency { get; set; }

    /// <summary>How the TSC is shown.</summary>
    public TimerMode Mode { get; set; }

    /// <summary>Nanoseconds behind that start catching up.</summary>
    public ulong CatchupThreshold { get; set; }

    /// <summary>How fast it catches up.</summary>
    public ulong CatchupSlew { get; set; }

    /// <summary>Nanoseconds behind that are given up.</summary>
    public ulong CatchupLimit { get; set; }

    internal static ClockTimer Parse(Element element)
    {
        var catchup = element.Child("catchup");
        return new()
        {
            Name = element.RequiredNamed("name", TimerNameNames.Table),
            Present = element.YesNo("present"),
            TickPolicy = element.Named("tickpolicy", TickPolicyNames.Table, nonZero: true),
            Track = element.Named("track", TimerTrackNames.Table, nonZero: true),
            Frequency = element.ULong("frequency") ?? 0,
            Mode = element.Named("mode", TimerModeNames.Table, nonZero: true),
            CatchupThreshold = catchup?.ULong("threshold") ?? 0,
            CatchupSlew = catchup?.ULong("slew") ?? 0,
            CatchupLimit = catchup?.ULong("limit") ?? 0,
        };
    }

    internal void Format(XmlOutput output)
    {
        output.Start("timer").Attribute("name", Name.ToXml()).YesNo("present", Present)
            .Named("tickpolicy", TickPolicy, TickPolicyNames.Table).Named("track", Track, TimerTrackNames.Table);
        if (Name == TimerName.Tsc)
        {
            output.AttributeUnlessZero("frequency", Frequency).Named("mode", Mode, TimerModeNames.Table);
        }

        output.Start("catchup").AttributeUnlessZero("threshold", CatchupThreshold)
            .AttributeUnlessZero("slew", CatchupSlew)
            .AttributeUnlessZero("limit", CatchupLimit).EndUnlessEmpty();
        output.End();
    }
}
