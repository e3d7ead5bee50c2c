using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The guest's share of the host's CPUs (<c>&lt;cputune&gt;</c>).</summary>
public sealed partial class CpuTune
{
    private static readonly string[] PeriodNames = ["period", "global_period", "emulator_period", "iothread_period"];
    private static readonly string[] QuotaNames = ["quota", "global_quota", "emulator_quota", "iothread_quota"];

    private readonly ulong[] _periods = new ulong[PeriodNames.Length];
    private readonly long[] _quotas = new long[QuotaNames.Length];

    /// <summary>Its weight against other guests.</summary>
    public ulong? Shares { get; set; }

    /// <summary>The host's CPUs of single virtual CPUs.</summary>
    public SortedDictionary<uint, CpuSet> VcpuPins { get; } = [];

    /// <summary>The host's CPUs of QEMU's own threads.</summary>
    public CpuSet? EmulatorPin { get; set; }

    /// <summary>The host's CPUs of I/O threads.</summary>
    public SortedDictionary<uint, CpuSet> IoThreadPins { get; } = [];

    /// <summary>How QEMU's own threads are scheduled.</summary>
    public SchedulerParameters? EmulatorScheduler { get; set; }

    /// <summary>How single virtual CPUs are.</summary>
    public SortedDictionary<uint, SchedulerParameters> VcpuSchedulers { get; } = [];

    /// <summary>How I/O threads are.</summary>
    public SortedDictionary<uint, SchedulerParameters> IoThreadSchedulers { get; } = [];

    /// <summary>Shares of caches and memory bandwidth.</summary>
    public List<ResourceGroup> ResourceGroups { get; } = [];

    /// <summary>Microseconds of an accounting period by the name of its element; 0 for none said.</summary>
    public ulong Period(string name) => _periods[Array.IndexOf(PeriodNames, name)];

    /// <summary>Microseconds to run in a period by the name of its element; 0 for none said.</summary>
    public long Quota(string name) => _quotas[Array.IndexOf(QuotaNames, name)];

    /// <summary>Says an accounting period by the name of its element.</summary>
    public void SetPeriod(string name, ulong microseconds) => _periods[Array.IndexOf(PeriodNames, name)] = microseconds;

    /// <summary>Says a quota by the name of its element.</summary>
    public void SetQuota(string name, long microseconds) => _quotas[Array.IndexOf(QuotaNames, name)] = microseconds;

    internal static CpuTune Parse(Element domain, Vcpus vcpus, IoThreads threads, DomainXmlParseOptions options)
    {
        var tune = new CpuTune();
        if (domain.Child("cputune") is not { } element)
        {
            return tune;
        }

        tune.Shares = element.ChildULong("shares", "can't parse cputune shares value");
        for (var index = 0; index < PeriodNames.Length; index++)
        {
            tune._periods[index] = element.ChildULong(PeriodNames[index],
                $"can't parse cputune {PeriodNames[index].Replace('_', ' ')} value") ?? 0;
            tune._quotas[index] = DomainParsing.Signed(element, QuotaNames[index],
                $"can't parse cputune {QuotaNames[index].Replace('_', ' ')} value") ?? 0;
        }

        tune.ParsePins(element, vcpus, threads);
        tune.ParseSchedulers(element, vcpus, threads);
        foreach (var group in element.All("cachetune"))
        {
            ResourceGroup.ParseCache(group, tune.ResourceGroups, vcpus, options);
        }

        foreach (var group in element.All("memorytune"))
        {
            ResourceGroup.ParseMemory(group, tune.ResourceGroups, vcpus, options);
        }

        return tune;
    }

    internal void Format(XmlOutput output, IoThreads threads, DomainXmlFormatOptions options)
    {
        output.Start("cputune").Text("shares", Shares);
        for (var index = 0; index < PeriodNames.Length; index++)
        {
            output.Text(PeriodNames[index], _periods[index] == 0 ? null : (ulong?)_periods[index])
                .Text(QuotaNames[index], _quotas[index] == 0 ? null : (long?)_quotas[index]);
        }

        foreach (var (vcpu, cpus) in VcpuPins)
        {
            output.Start("vcpupin").Attribute("vcpu", (ulong?)vcpu).Attribute("cpuset", cpus.ToString()).End();
        }

        output.Start("emulatorpin").Attribute("cpuset", EmulatorPin?.ToString()).EndUnlessEmpty();
        foreach (var thread in threads.Threads)
        {
            if (IoThreadPins.TryGetValue(thread.Id, out var cpus))
            {
                output.Start("iothreadpin").Attribute("iothread", (ulong?)thread.Id)
                    .Attribute("cpuset", cpus.ToString()).End();
            }
        }

        EmulatorScheduler?.Format(output, "emulator", null);
        foreach (var (vcpu, scheduler) in VcpuSchedulers)
        {
            scheduler.Format(output, "vcpu", vcpu);
        }

        foreach (var (thread, scheduler) in IoThreadSchedulers)
        {
            scheduler.Format(output, "iothread", thread);
        }

        ResourceGroups.ForEach(group => group.FormatCache(output, options));
        ResourceGroups.ForEach(group => group.FormatMemory(output, options));
        output.EndUnlessEmpty();
    }

    private void ParsePins(Element element, Vcpus vcpus, IoThreads threads)
    {
        foreach (var pin in element.All("vcpupin"))
        {
            pin.Required("vcpu");
            var vcpu = pin.UInt("vcpu") ?? 0;
            if (vcpu < vcpus.Maximum && !VcpuPins.TryAdd(vcpu, Set(pin)))
            {
                throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"duplicate vcpupin for vcpu '{vcpu}'");
            }
        }

        var emulator = element.All("emulatorpin");
        EmulatorPin = emulator.Count > 1
            ? throw XmlError.Domain("only one emulatorpin is supported")
            : emulator.Count == 1 ? Set(emulator[0]) : null;
        foreach (var pin in element.All("iothreadpin"))
        {
            pin.Required("iothread");
            var thread = pin.UInt("iothread", nonZero: true) ?? 0;
            CheckThread(threads, thread);
            if (!IoThreadPins.TryAdd(thread, Set(pin)))
            {
                throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"duplicate iothreadpin for same iothread '{thread}'");
            }
        }
    }

    private void ParseSchedulers(Element element, Vcpus vcpus, IoThreads threads)
    {
        SchedulerParameters.ParseAll(element, "vcpu", VcpuSchedulers, vcpu =>
        {
            if (vcpu >= vcpus.Maximum)
            {
                throw XmlError.Unsupported($"vCPU '{vcpu}' is not present in domain definition");
            }
        });
        SchedulerParameters.ParseAll(element, "iothread", IoThreadSchedulers, thread => CheckThread(threads, thread));
        var emulator = element.All("emulatorsched");
        EmulatorScheduler = emulator.Count > 1
            ? throw XmlError.Domain("only one emulatorsched is supported")
            : emulator.Count == 1 ? SchedulerParameters.Parse(emulator[0]) : null;
    }

    private static void CheckThread(IoThreads threads, uint id)
    {
        if (threads.Find(id) is null)
        {
            throw XmlError.Unsupported($"Cannot find 'iothread' : {id}");
        }
    }

    private static CpuSet Set(Element pin) => DomainParsing.NonEmptySet(
        pin.Attribute("cpuset")
            ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"missing cpuset for {pin.Name}"),
        "cpuset");
}
