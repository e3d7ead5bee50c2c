using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;

namespace Lodge.Corpus.Tests;

/// <summary>
/// The recorded QEMU where the cases were recorded: with KVM, and with a 32-bit one beside it that differs in its
/// default CPU alone, as far as definitions go.
/// </summary>
internal sealed class RecordedFacts(IMachineFacts facts, bool is32Bit) : IMachineFacts
{
    public string DefaultMachine => facts.DefaultMachine;

    public bool KvmUsable => true;

    public string Canonical(string machine) => facts.Canonical(machine);

    public string? DefaultCpu(string machine, bool kvm) => is32Bit ? "qemu32" : facts.DefaultCpu(machine, kvm);

    public uint? MaximumCpus(string machine) => facts.MaximumCpus(machine);

    public bool HasMachine(string machine) => facts.HasMachine(machine);

    public bool Has(QemuCapability capability) => facts.Has(capability);

    public bool HasDevice(string driver) => facts.HasDevice(driver);
}
