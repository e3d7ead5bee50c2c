using System.Text.Json.Nodes;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Processors;
using Lodge.Testing;

namespace Lodge.Corpus.Tests;

/// <summary>
/// The host on which the cases were recorded: QEMU for x86_64 and i386 and no other, KVM, and an AMD processor of
/// which guests see little.
/// </summary>
internal static class RecordedHost
{
    private const string GuestFeatures =
        "cmov mmx arat gfni kvm-asyncpf kvm-asyncpf-int msr mce mca fxsr 3dnowprefetch cr8legacy cmp-legacy rdctl-no "
        + "clwb x2apic kvm-pv-sched-yield pae pat sse kvm-nopiodelay kvmclock-stable-bit hypervisor mds-no syscall "
        + "sse2 kvm-poll-control kvm-pv-eoi kvm-pv-ipi cx8 pge tsc-deadline skip-l1dfl-vmentry cx16 de clflush tsc fpu "
        + "osvw apic tsc-adjust kvm-steal-time kvmclock pschange-mc-no nx mmxext lm umip pse sep misalignsse "
        + "kvm-pv-unhalt clflushopt arch-capabilities clzero lahf-lm fxsr-opt vme mtrr xsaveerptr pse36 "
        + "kvm-pv-tlb-flush";

    /// <summary>What the processor itself has nothing of.</summary>
    private static readonly string[] Lacking = ["hle", "rtm", "monitor", "ds", "ds_cpl", "xtpr"];

    private static readonly QemuCapabilities Pc64 = Read(RecordedQemu.Open72());
    private static readonly QemuCapabilities Pc32 = Read(RecordedQemu.Open72I686());

    /// <summary>The services of the host: no secrets, pools or networks, but its processor.</summary>
    public static GuestServices Services { get; } = new() { HostProcessor = new(Processor) };

    /// <summary>Reads a definition and completes it, as the host would define it.</summary>
    /// <exception cref="VirException">With stock's code for what is refused.</exception>
    public static DomainDefinition Complete(string xml)
    {
        var definition = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        var options = new CompletionOptions { FindEmulator = Emulator };
        DomainCompletion.ChooseEmulator(definition, options);
        DomainCompletion.Complete(definition, new QemuMachineFacts(Capabilities(definition)), options);
        return definition;
    }

    /// <summary>What a guest's QEMU can do.</summary>
    public static QemuCapabilities Capabilities(DomainDefinition definition) => definition.Emulator switch
    {
        "/usr/bin/qemu-system-x86_64" => Pc64,
        "/usr/bin/qemu-system-i386" => Pc32,
        var other => throw new VirException(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_QEMU,
            $"Cannot check QEMU binary {other}: No such file or directory"),
    };

    private static string? Emulator(string architecture) => architecture switch
    {
        "x86_64" => Pc64.Binary,
        "i686" => Pc32.Binary,
        _ => null,
    };

    private static CpuBits? Processor()
    {
        if (CpuNames.Load(CpuNames.DefaultFolder) is not { } names) return null;
        var bits = new CpuBits();
        foreach (var feature in names.Features) bits.Add(feature.Bits);
        foreach (var name in Lacking) bits.Remove(names.Feature(name)!.Bits);
        return bits;
    }

    private static QemuCapabilities Read(Stream recorded)
    {
        using (recorded)
        {
            var facts = JsonNode.Parse(recorded)!;
            var kvm = facts["tcg"]!.DeepClone();
            var processor = kvm["fullest"]!;
            var features = processor["features"]!.AsObject();
            foreach (var name in features.Select(feature => feature.Key).ToList())
            {
                features[name] = GuestFeatures.Split(' ').Contains(name) ? 3 : 0;
            }

            processor["numbers"]!["family"] = 25;
            processor["numbers"]!["model"] = 17;
            processor["numbers"]!["stepping"] = 1;
            processor["texts"]!["vendor"] = "AuthenticAMD";
            facts["kvm"] = kvm;
            return QemuCapabilities.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(facts.ToJsonString())));
        }
    }
}
