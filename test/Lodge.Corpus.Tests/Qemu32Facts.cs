using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;

namespace Lodge.Corpus.Tests;

/// <summary>The 32-bit QEMU beside the recorded one: it differs in its default CPU alone, as far as definitions go.</summary>
internal sealed class Qemu32Facts(IMachineFacts facts) : IMachineFacts
{
    public string DefaultMachine => facts.DefaultMachine;

    public bool KvmUsable => facts.KvmUsable;

    public string Canonical(string machine) => facts.Canonical(machine);

    public string? DefaultCpu(string machine, bool kvm) => "qemu32";

    public uint? MaximumCpus(string machine) => facts.MaximumCpus(machine);

    public bool HasMachine(string machine) => facts.HasMachine(machine);

    public bool Has(QemuCapability capability) => facts.Has(capability);

    public bool HasDevice(string driver) => facts.HasDevice(driver);
}
