using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Completion;

/// <summary>What completing a definition needs to know about the QEMU that will run it.</summary>
public interface IMachineFacts
{
    /// <summary>The machine type QEMU takes where none is named.</summary>
    string DefaultMachine { get; }

    /// <summary>
    /// A machine's own name for a name or an alias (<c>q35</c>); the same where there is no such machine.
    /// </summary>
    string Canonical(string machine);

    /// <summary>The CPU model that a machine has where none is named, or null.</summary>
    string? DefaultCpu(string machine, bool kvm);

    /// <summary>How many virtual CPUs a machine takes, or null where that is not known.</summary>
    uint? MaximumCpus(string machine);

    /// <summary>Whether a machine is known.</summary>
    bool HasMachine(string machine);

    /// <summary>Whether guests of type <c>kvm</c> can run.</summary>
    bool KvmUsable { get; }

    /// <summary>Whether QEMU has a capability.</summary>
    bool Has(QemuCapability capability);

    /// <summary>Whether QEMU has a device.</summary>
    bool HasDevice(string driver);
}
