using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Timers, clock and sleep states that QEMU cannot give.</summary>
internal static class ClockValidation
{
    /// <summary>The last second of the year 9999.</summary>
    private const ulong LatestStart = 253402300799;

    public static VirException? Find(DomainDefinition domain, IMachineFacts facts) =>
        domain.Clock.Timers.Select(timer => Find(domain, timer, facts)).FirstOrDefault(refused => refused is not null)
        ?? (domain.Clock is { Offset: ClockOffset.Absolute, Start: > LatestStart }
            ? Unsupported($"The maximum 'start' value for <clock offset='absolute'> is {LatestStart}") : null)
        ?? FindSleep(domain, facts);

    private static VirException? Find(DomainDefinition domain, ClockTimer timer, IMachineFacts facts) => timer switch
    {
        { Name: TimerName.Platform } => Unsupported("unsupported timer type (name) 'platform'"),
        { Name: TimerName.Tsc or TimerName.Kvmclock or TimerName.Hypervclock, Present: true }
            when !domain.Os.IsX86 => NotForGuest(domain, timer),
        { Name: TimerName.Armvtimer } => NotForGuest(domain, timer),
        { Name: TimerName.Rtc, Track: TimerTrack.Boot } => Unsupported("unsupported rtc timer track 'boot'"),
        { Name: TimerName.Rtc, TickPolicy: TickPolicy.Merge or TickPolicy.Discard } =>
            Unsupported($"unsupported rtc timer tickpolicy '{timer.TickPolicy.ToXml()}'"),
        { Name: TimerName.Pit, TickPolicy: TickPolicy.Merge } => Unsupported("unsupported pit tickpolicy 'merge'"),
        { Name: TimerName.Pit, TickPolicy: TickPolicy.Catchup } when !facts.Has(QemuCapability.KvmPitTickPolicy) =>
            Unsupported("unsupported pit tickpolicy 'catchup'"),
        { Name: TimerName.Hpet, Present: true } when !facts.Has(QemuCapability.NoHpet)
            && !facts.Has(QemuCapability.MachineHpet) => Unsupported("hpet timer is not supported"),
        _ => null,
    };

    private static VirException NotForGuest(DomainDefinition domain, ClockTimer timer) => Unsupported(
        $"Configuring the '{timer.Name.ToXml()}' timer is not supported for virtType={domain.Type.ToXml()} "
        + $"arch={domain.Os.Architecture} machine={domain.Os.Machine} guests");

    private static VirException? FindSleep(DomainDefinition domain, IMachineFacts facts) =>
        domain.SuspendToMemory is not null && !facts.Has(QemuCapability.PiixDisableS3)
            && !(domain.Os.IsQ35 && facts.Has(QemuCapability.Ich9DisableS3))
            ? Unsupported("setting ACPI S3 not supported")
        : domain.SuspendToDisk is not null && !facts.Has(QemuCapability.PiixDisableS4)
            && !(domain.Os.IsQ35 && facts.Has(QemuCapability.Ich9DisableS4))
            ? Unsupported("setting ACPI S4 not supported")
        : null;
}
