namespace Lodge.Model.Domain;

/// <summary>
/// Whether a guest that goes on with another definition sees the same machine
/// (<c>virDomainDefCheckABIStability</c>): identity, memory, processors, system, and each device's model and place.
/// </summary>
public static partial class AbiStability
{
    /// <summary>Compares what a guest has with what it is to go on with.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_CONFIG_UNSUPPORTED naming the first difference that the
    /// guest would see.</exception>
    public static void Check(DomainDefinition source, DomainDefinition target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Same("Target domain virt type {0} does not match source {1}", source.Type.ToXml(), target.Type.ToXml());
        Same("Target domain uuid {0} does not match source {1}", source.Uuid, target.Uuid);
        Agree(source.GenerationId is null == target.GenerationId is null,
            "Target domain requested genid does not match source");
        Same("Target domain genid {0} does not match source {1}", source.GenerationId, target.GenerationId);
        Same("Target domain name '{0}' does not match source '{1}'", source.Name, target.Name);
        CheckMemory(source, target);
        CheckCells(source.Numa, target.Numa);
        CheckVcpus(source.Vcpus, target.Vcpus);
        Same("Target domain OS type {0} does not match source {1}", source.Os.Type.ToXml(), target.Os.Type.ToXml());
        Same(
            "Target domain architecture {0} does not match source {1}", source.Os.Architecture, target.Os.Architecture);
        Same("Target domain machine type {0} does not match source {1}", source.Os.Machine, target.Os.Machine);
        Same("Target domain SMBIOS mode {0} does not match source {1}",
            source.Os.SmbiosMode.ToXml(), target.Os.SmbiosMode.ToXml());
        CheckFeatures(source.Features, target.Features);
        CheckTimers(source.Clock.Timers, target.Clock.Timers);
        if (source.Id == -1)
        {
            // A running guest's processor is settled for its host: what was asked for stands there no more.
            CheckCpu(source.Cpu, target.Cpu);
        }

        CheckSystemInformation(source.SystemInfo, target.SystemInfo);
        CheckDevices(source, target);
    }

    private static void CheckMemory(DomainDefinition source, DomainDefinition target)
    {
        Same("Target domain max memory {0} does not match source {1}", source.InitialMemory, target.InitialMemory);
        Same("Target maximum memory size '{0}' doesn't match source '{1}'", source.MaximumMemory, target.MaximumMemory);
        Same("Target domain memory slots count '{0}' doesn't match source '{1}'", source.MemorySlots,
            target.MemorySlots);
    }

    private static void CheckVcpus(Vcpus source, Vcpus target)
    {
        Same("Target domain vCPU max {0} does not match source {1}", source.Maximum, target.Maximum);
        for (uint vcpu = 0; vcpu < source.Maximum; vcpu++)
        {
            Agree(IsOnline(source, vcpu) == IsOnline(target, vcpu),
                $"State of vCPU '{vcpu}' differs between source and destination definitions");
            Agree(
                source.Individual?.GetValueOrDefault(vcpu)?.Order == target.Individual?.GetValueOrDefault(vcpu)?.Order,
                $"vcpu enable order of vCPU '{vcpu}' differs between source and destination definitions");
        }
    }

    private static bool IsOnline(Vcpus vcpus, uint vcpu) =>
        vcpus.Individual is { } single ? single.GetValueOrDefault(vcpu)?.Online == true : vcpu < vcpus.Current;

    private static void CheckTimers(List<ClockTimer> source, List<ClockTimer> target)
    {
        Agree(source.Count == target.Count, "Target domain timers do not match source");
        foreach (var (one, other) in source.Zip(target))
        {
            Same("Target timer {0} does not match source {1}", one.Name.ToXml(), other.Name.ToXml());
            Same("Target timer presence '{0}' does not match source '{1}'", YesNo(one.Present), YesNo(other.Present));
            if (one.Name == TimerName.Tsc)
            {
                Same("Target TSC frequency {0} does not match source {1}", one.Frequency, other.Frequency);
                Same("Target TSC mode {0} does not match source {1}", one.Mode.ToXml(), other.Mode.ToXml());
            }
        }
    }

    private static void CheckSystemInformation(List<SystemInfo> source, List<SystemInfo> target)
    {
        Agree(source.Count == target.Count, "Target domain count of sysinfo does not match source");
        foreach (var (one, other) in source.Zip(target))
        {
            Same("Target sysinfo {0} does not match source {1}", one.Type.ToXml(), other.Type.ToXml());
            Same("Target sysinfo base board count '{0}' does not match source '{1}'",
                one.Parts.Count(IsBoard), other.Parts.Count(IsBoard));
            Agree(one.Parts.Select(part => part.Name).SequenceEqual(other.Parts.Select(part => part.Name)),
                "Target sysinfo does not match source");
            foreach (var (part, twin) in one.Parts.Zip(other.Parts))
            {
                foreach (var name in part.Entries.Concat(twin.Entries).Select(entry => entry.Key).Distinct())
                {
                    Agree(part[name] == twin[name], $"Target sysinfo {part.Name} {name} {twin[name] ?? "<null>"} "
                        + $"does not match source {part[name] ?? "<null>"}");
                }
            }
        }

        static bool IsBoard(SystemInfoBlock part) => part.Name == "baseBoard";
    }
}
