namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--cputune</c> takes.</summary>
internal static class CpuTuneSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("shares", "shares", Form.Whole),
        new("period", "period", Form.Whole),
        new("quota", "quota", Form.Whole),
        new("global_period", "global_period", Form.Whole),
        new("global_quota", "global_quota", Form.Whole),
        new("emulator_period", "emulator_period", Form.Whole),
        new("emulator_quota", "emulator_quota", Form.Whole),
        new("iothread_period", "iothread_period", Form.Whole),
        new("iothread_quota", "iothread_quota", Form.Whole),
        new("vcpupin[0-9]*.vcpu", "vcpupin[]/@vcpu", Form.Whole),
        new("vcpupin[0-9]*.cpuset", "vcpupin[]/@cpuset", Takes: Takes.Commas),
        new("emulatorpin.cpuset", "emulatorpin/@cpuset", Takes: Takes.Commas),
        new("iothreadpin[0-9]*.iothread", "iothreadpin[]/@iothread", Form.Whole),
        new("iothreadpin[0-9]*.cpuset", "iothreadpin[]/@cpuset", Takes: Takes.Commas),
        new("emulatorsched.scheduler", "emulatorsched/@scheduler"),
        new("emulatorsched.priority", "emulatorsched/@priority", Form.Whole),
        new("vcpusched[0-9]*.vcpus", "vcpusched[]/@vcpus", Takes: Takes.Commas),
        new("vcpusched[0-9]*.scheduler", "vcpusched[]/@scheduler"),
        new("vcpusched[0-9]*.priority", "vcpusched[]/@priority", Form.Whole),
        new("iothreadsched[0-9]*.iothreads", "iothreadsched[]/@iothreads", Takes: Takes.Commas),
        new("iothreadsched[0-9]*.scheduler", "iothreadsched[]/@scheduler"),
        new("iothreadsched[0-9]*.priority", "iothreadsched[]/@priority", Form.Whole),
        new("cachetune[0-9]*.vcpus", "cachetune[]/@vcpus", Takes: Takes.Commas),
        new("cachetune[0-9]*.cache[0-9]*.id", "cachetune[]/cache[]/@id", Form.Whole),
        new("cachetune[0-9]*.cache[0-9]*.level", "cachetune[]/cache[]/@level", Form.Whole),
        new("cachetune[0-9]*.cache[0-9]*.type", "cachetune[]/cache[]/@type"),
        new("cachetune[0-9]*.cache[0-9]*.size", "cachetune[]/cache[]/@size", Form.Whole),
        new("cachetune[0-9]*.cache[0-9]*.unit", "cachetune[]/cache[]/@unit"),
        new("cachetune[0-9]*.monitor[0-9]*.level", "cachetune[]/monitor[]/@level", Form.Whole),
        new("cachetune[0-9]*.monitor[0-9]*.vcpus", "cachetune[]/monitor[]/@vcpus", Takes: Takes.Commas),
        new("memorytune[0-9]*.vcpus", "memorytune[]/@vcpus", Takes: Takes.Commas),
        new("memorytune[0-9]*.node[0-9]*.id", "memorytune[]/node[]/@id", Form.Whole),
        new("memorytune[0-9]*.node[0-9]*.bandwidth", "memorytune[]/node[]/@bandwidth", Form.Whole),
    ];
}
