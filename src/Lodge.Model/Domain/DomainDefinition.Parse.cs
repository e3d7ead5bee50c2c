using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A whole domain, read, in the order in which libvirt reads and refuses.</summary>
public sealed partial class DomainDefinition
{
    internal static DomainDefinition Parse(Element element, DomainXmlParseOptions options)
    {
        var domain = new DomainDefinition();
        domain.ParseIdentity(element, options);
        domain.ParseType(element);
        domain.Title = element.ChildText("title");
        if (domain.Title?.Contains('\n', StringComparison.Ordinal) == true)
        {
            throw XmlError.Domain("Domain title can't contain newlines");
        }

        domain.Description = element.ChildText("description");
        if (!options.SkipSecurityLabels)
        {
            domain.SecurityLabels = SecurityLabel.ParseAll(element, options);
        }

        domain.ParseMemory(element);
        domain.ParseTuning(element, options);
        domain.Features = Features.Parse(element.Child("features"));
        domain.ParseLifecycle(element);
        domain.Clock = Clock.Parse(element.Child("clock"));
        domain.Os.ParseBoot(element, options);
        domain.ParseDevices(element.Child("devices"), options);
        domain.LaunchSecurity = element.Child("launchSecurity") is { } security ? LaunchSecurity.Parse(security) : null;
        domain.ParseLateDevices(element.Child("devices"), options);
        domain.UserMap = IdMapEntry.ParseAll(element.Child("idmap"), "uid");
        domain.GroupMap = IdMapEntry.ParseAll(element.Child("idmap"), "gid");
        domain.ParseSystemInfo(element);
        domain.ParseKeyWrap(element.Child("keywrap"));
        domain.Metadata = element.Child("metadata")?.Kept?.WithOneElementPerNamespace();
        domain.QemuExtras = QemuExtras.Parse(element);
        return domain;
    }

    private void ParseIdentity(Element element, DomainXmlParseOptions options)
    {
        Id = options.Inactive ? -1 : element.Int("id", nonNegative: true) ?? -1;
        Name = element.ChildText("name")
            ?? throw new VirException(VirErrorNumber.VIR_ERR_NO_NAME, VirErrorDomain.VIR_FROM_DOMAIN, null);
        if (element.ChildText("uuid") is { } text)
        {
            Uuid = UuidText.TryParse(text, out var uuid)
                ? uuid
                : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "malformed uuid element");
        }
        else
        {
            (Uuid, UuidGenerated) = (Guid.NewGuid(), true);
        }

        var generations = element.All("genid");
        if (generations.Count > 1)
        {
            throw XmlError.Domain("element 'genid' can only appear once");
        }

        if (generations.Count == 1)
        {
            GenerationIdGenerated = generations[0].Text.Length == 0;
            GenerationId = GenerationIdGenerated ? Guid.NewGuid()
                : UuidText.TryParse(generations[0].Text, out var generation) ? generation
                : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "malformed genid element");
        }
    }

    private void ParseType(Element element)
    {
        var word = element.Attribute("type") is { Length: > 0 } given ? given : throw XmlError.Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "missing domain type attribute");
        Type = DomainTypeNames.Table.TryParse(word, out var type)
            ? type
            : throw XmlError.Unsupported($"invalid domain type {word}");
        Emulator = element.Child("devices")?.ChildText("emulator");
        Os = Os.Parse(element, Type);
    }

    private void ParseMemory(Element element)
    {
        Memory = element.ChildKibibytes("memory", "memory[1]") ?? 0;
        CurrentMemory = element.ChildKibibytes("currentMemory", "currentMemory[1]") ?? 0;
        MaximumMemory = element.ChildKibibytes("maxMemory", "maxMemory[1]") ?? 0;
        if (element.ChildAttribute("maxMemory", "slots") is { } slots)
        {
            MemorySlots = Numbers.TryUInt(slots, 10, out var count)
                ? count
                : throw XmlError.Domain("Failed to parse memory slot count");
        }

        DumpCore = element.Child("memory")?.OnOff("dumpCore");
        MemoryBacking = MemoryBacking.Parse(element.Child("memoryBacking"));
    }

    private void ParseTuning(Element element, DomainXmlParseOptions options)
    {
        BlkioTune = BlkioTune.Parse(element.Child("blkiotune"));
        MemoryTune = MemoryTune.Parse(element.Child("memtune"));
        Vcpus = Vcpus.Parse(element);
        IoThreads = IoThreads.Parse(element);
        CpuTune = CpuTune.Parse(element, Vcpus, IoThreads, options);
        Cpu = element.Child("cpu") is { } cpu ? Cpu.Parse(cpu) : null;
        Numa = Numa.Parse(element.Child("cpu", "numa"));
        CheckNuma();
        NumaTune = NumaTune.Parse(element, Vcpus.Placement, Numa?.Cells.Count ?? 0);
        if (NumaTune is { IsSpecified: true, Placement: NumaPlacement.Auto } && Vcpus.HostCpus is null
            && CpuTune.VcpuPins.Count == 0 && CpuTune.EmulatorPin is null && CpuTune.IoThreadPins.Count == 0)
        {
            Vcpus.Placement = CpuPlacement.Auto;
        }

        var resources = element.All("resource");
        if (resources.Count > 1)
        {
            throw XmlError.Domain("only one resource element is supported");
        }

        if (resources.Count == 1)
        {
            ParseResource(resources[0]);
        }
    }

    private void ParseResource(Element resource)
    {
        ResourcePartition = resource.ChildText("partition");
        FibreChannelAppId = resource.ChildAttribute("fibrechannel", "appid");
        if (ResourcePartition is null && FibreChannelAppId is null)
        {
            throw XmlError.Unsupported("unsupported resource element: neither 'partition' nor 'fibrechannel' given");
        }
    }

    private void CheckNuma()
    {
        if (Numa is null)
        {
            return;
        }

        if (Numa.CpuCount > Vcpus.Maximum)
        {
            throw XmlError.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Number of CPUs in <numa> exceeds the <vcpu> count");
        }

        if (Numa.Cells.Exists(cell => cell.Cpus is { IsEmpty: false } cpus && cpus.Members[^1] >= Vcpus.Maximum))
        {
            throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "CPU IDs in <numa> exceed the <vcpu> count");
        }
    }

    private void ParseLifecycle(Element element)
    {
        OnReboot = Action(element, "on_reboot", LifecycleAction.Restart, LifecycleActionNames.Table);
        OnPoweroff = Action(element, "on_poweroff", LifecycleAction.Destroy, LifecycleActionNames.Table);
        OnCrash = Action(element, "on_crash", LifecycleAction.Destroy, LifecycleActionNames.Table);
        OnLockFailure = Action(element, "on_lockfailure", LockFailureAction.Default, LockFailureActionNames.Table);
        SuspendToMemory = element.Child("pm", "suspend-to-mem")?.YesNo("enabled");
        SuspendToDisk = element.Child("pm", "suspend-to-disk")?.YesNo("enabled");
        foreach (var counter in element.Child("perf")?.All("event") ?? [])
        {
            var name = counter.RequiredNamed("name", PerfEventNames.Table);
            counter.Required("enabled");
            if (!PerfEvents.TryAdd(name, counter.YesNo("enabled") ?? false))
            {
                throw XmlError.Domain($"perf event '{name.ToXml()}' was already specified");
            }
        }
    }

    private void ParseSystemInfo(Element element)
    {
        foreach (var sysinfo in element.All("sysinfo"))
        {
            var info = Domain.SystemInfo.Parse(sysinfo);
            SystemInfo.Add(info);
            if (info.SystemUuid() is not { } uuid || uuid == Uuid)
            {
                continue;
            }

            Uuid = UuidGenerated
                ? uuid
                : throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_XML_DETAIL, "UUID mismatch between <uuid> and <sysinfo>");
        }
    }

    private void ParseKeyWrap(Element? element)
    {
        foreach (var cipher in element?.All("cipher") ?? [])
        {
            var name = cipher.Required("name");
            if (name is not ("aes" or "dea"))
            {
                throw cipher.Invalid("name", name, ".");
            }

            cipher.Required("state");
            KeyWrap ??= new(StringComparer.Ordinal);
            if (!KeyWrap.TryAdd(name, cipher.OnOff("state") ?? false))
            {
                throw XmlError.Domain(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                    $"A domain definition can have no more than one cipher node with name {name}");
            }
        }
    }

    private static T Action<T>(Element element, string name, T absent, XmlNames<T> names)
        where T : struct, Enum
    {
        if (element.ChildText(name) is not { } word)
        {
            return absent;
        }

        return names.TryParse(word, out var action) ? action : throw XmlError.Unsupported(
            $"unknown {name} action: {word}");
    }
}
