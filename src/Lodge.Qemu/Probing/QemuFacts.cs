using System.Collections.Frozen;

namespace Lodge.Qemu.Probing;

/// <summary>The bare answers of one QEMU binary, from which capabilities are derived.</summary>
internal sealed record QemuFacts
{
    public required string Binary { get; init; }

    /// <summary>Size, times and so on of the binary when it was asked; another identity means another QEMU.</summary>
    public required BinaryIdentity Identity { get; init; }

    public required int Version { get; init; }

    public required string Package { get; init; }

    public required string Architecture { get; init; }

    /// <summary>Every QOM type that can be made.</summary>
    public required FrozenSet<string> Types { get; init; }

    /// <summary>The properties of the types that are asked for.</summary>
    public required FrozenDictionary<string, FrozenSet<string>> Properties { get; init; }

    public required FrozenSet<string> Commands { get; init; }

    /// <summary>The paths of QEMU's interface that were looked for and are there.</summary>
    public required FrozenSet<string> SchemaPaths { get; init; }

    /// <summary>Command line options with their parameters.</summary>
    public required FrozenDictionary<string, FrozenSet<string>> Options { get; init; }

    public required FrozenSet<string> MigrationCapabilities { get; init; }

    public required FrozenSet<string> TpmModels { get; init; }

    public required FrozenSet<string> TpmBackends { get; init; }

    /// <summary>Whether <c>scsi</c> of <c>virtio-blk-pci</c> is off by default.</summary>
    public required bool VirtioBlkScsiOff { get; init; }

    public required IReadOnlyList<QemuMachine> Machines { get; init; }

    /// <summary>CPU models under KVM; null where KVM does not run guests.</summary>
    public QemuAccelerator? Kvm { get; init; }

    /// <summary>CPU models under TCG; null where QEMU has no TCG.</summary>
    public QemuAccelerator? Tcg { get; init; }
}
