using System.Runtime.InteropServices;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.Preparation;

/// <summary>A guest that is about to start.</summary>
public sealed class GuestStart
{
    /// <summary>The guest, complete; what only a running guest has is put into it.</summary>
    public required DomainDefinition Definition { get; init; }

    /// <summary>What its QEMU can do.</summary>
    public required QemuCapabilities Capabilities { get; init; }

    /// <summary>What the administrator decided for all guests.</summary>
    public required QemuSettings Settings { get; init; }

    /// <summary>The guest's folders.</summary>
    public required GuestDirectories Directories { get; init; }

    /// <summary>What all guests share.</summary>
    public required GuestServices Services { get; init; }

    /// <summary>The listening socket of QEMU's monitor.</summary>
    public required SafeHandle MonitorSocket { get; init; }

    /// <summary>Takes what undoes each change of the host, the moment it is made.</summary>
    public required Action<Func<ValueTask>> OnUndo { get; init; }

    /// <summary>Told of each disk whose image is missing and may be, before it is left out.</summary>
    public Action<Disk> OnMissingDisk { get; init; } = static _ => { };

    /// <summary>Whether a UEFI guest's variables are thrown away.</summary>
    public bool ResetNvram { get; init; }

    /// <summary>The snapshot in its images that it goes on with, or null.</summary>
    public string? LoadSnapshot { get; init; }

    /// <summary>Where a migration comes from, or null.</summary>
    public string? IncomingUri { get; init; }
}
