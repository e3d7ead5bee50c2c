using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--clock</c>: what the guest's clock follows, and its timers.</summary>
internal sealed class ClockOption() : CompoundOption("--clock", "clock", ClockSubOptions.All)
{
    private const string Timers = "clock/timer";

    /// <summary>Policies that these timers never had are taken for nothing.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        foreach (var timer in new[] { "platform", "hpet", "tsc", "kvmclock", "hypervclock" })
            request.Pull(timer + "_tickpolicy");
        return true;
    }

    /// <summary><c>rtc_tickpolicy</c> and the like: the attribute of the timer of that name.</summary>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name.Split('_') is not [var name, var attribute]) return false;
        var timer = request.Element.All(Timers).FirstOrDefault(known => known["@name"] == name);
        if (timer is null)
        {
            timer = request.Element.Add(Timers);
            timer["@name"] = name;
        }

        timer["@" + attribute] = value;
        return true;
    }
}
