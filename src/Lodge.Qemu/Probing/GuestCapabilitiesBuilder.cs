using Lodge.Model.Capabilities;

namespace Lodge.Qemu.Probing;

/// <summary>Says what guests of an architecture a binary can run.</summary>
internal static class GuestCapabilitiesBuilder
{
    // Machines that are no machines: without any, and one half of a device that runs elsewhere.
    private const string NoMachine = "none";

    public static GuestCapabilities Build(QemuCapabilities qemu, string architecture) => new()
    {
        Architecture = architecture,
        WordSize = architecture == "i686" ? 32 : 64,
        Emulator = qemu.Binary,
        Machines =
        [
            .. qemu.Machines.Where(machine => machine.Name != NoMachine)
                .OrderByDescending(machine => machine.IsDefault)
                .SelectMany(Name),
        ],
        DomainTypes = [.. If(qemu.Has(QemuCapability.Tcg), "qemu"), .. If(qemu.KvmUsable, "kvm")],
        Features =
        [
            .. If(architecture == "i686", new CapabilitiesFeature("pae"), new CapabilitiesFeature("nonpae")),
            new CapabilitiesFeature("acpi", true, true),
            new CapabilitiesFeature("apic", true, false),
            new CapabilitiesFeature("cpuselection"),
            new CapabilitiesFeature("deviceboot"),
            new CapabilitiesFeature("disksnapshot", true, false),
        ],
    };

    private static T[] If<T>(bool condition, params T[] values) => condition ? values : [];

    private static IEnumerable<CapabilitiesMachine> Name(QemuMachine machine)
    {
        yield return new CapabilitiesMachine(machine.Name, null, machine.MaxCpus, machine.IsDeprecated);
        if (machine.Alias is { } alias)
            yield return new CapabilitiesMachine(alias, machine.Name, machine.MaxCpus, machine.IsDeprecated);
    }
}
