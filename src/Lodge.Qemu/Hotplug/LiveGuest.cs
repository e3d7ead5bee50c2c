using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Hotplug;

/// <summary>A guest that runs, as far as its devices go.</summary>
public sealed class LiveGuest
{
    /// <summary>The running guest's definition. A change that succeeds is in it.</summary>
    public required DomainDefinition Definition { get; init; }

    /// <summary>What its QEMU can do.</summary>
    public required QemuCapabilities Capabilities { get; init; }

    /// <summary>The host's part.</summary>
    public required CommandLineContext Context { get; init; }

    /// <summary>What all guests share.</summary>
    public required GuestServices Services { get; init; }

    /// <summary>Its QEMU's monitor.</summary>
    public required QmpClient Monitor { get; init; }

    /// <summary>Where its event reader reports devices that are gone.</summary>
    public required DeviceRemovals Removals { get; init; }

    /// <summary>
    /// Gives a new device its defaults and its place: called with the definition, the device already in it.
    /// </summary>
    public required Action<DomainDefinition, Device> Complete { get; init; }

    /// <summary>How long a detach waits for the guest to let go.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    internal GuestScope Scope => new(Definition, Capabilities, Context);
}
