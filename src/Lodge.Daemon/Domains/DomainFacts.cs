using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>The numbers of a definition that lists and overviews ask for.</summary>
/// <param name="MaximumMemory">All memory, KiB.</param>
/// <param name="CurrentMemory">Memory the balloon leaves, KiB.</param>
/// <param name="Vcpus">vCPUs there are.</param>
/// <param name="MaximumVcpus">vCPUs there can be.</param>
/// <param name="HasBalloon">Whether memory can be taken and given back.</param>
/// <param name="OsType">For example <c>hvm</c>.</param>
/// <param name="Disks">The disks, each with its uppermost image.</param>
/// <param name="HasFirmwareVariables">Whether firmware may keep variables for it in a file.</param>
/// <param name="HasTpm">Whether a TPM may remember something for it.</param>
internal sealed record DomainFacts(
    ulong MaximumMemory,
    ulong CurrentMemory,
    uint Vcpus,
    uint MaximumVcpus,
    bool HasBalloon,
    string OsType,
    DiskFacts[] Disks,
    bool HasFirmwareVariables,
    bool HasTpm)
{
    /// <summary>Nothing is known yet.</summary>
    public static DomainFacts None { get; } = new(0, 0, 0, 0, false, "hvm", [], false, false);

    /// <summary>Takes the numbers of a definition.</summary>
    public static DomainFacts Of(DomainDefinition definition) => new(
        definition.Memory,
        definition.CurrentMemory,
        definition.Vcpus.Online,
        definition.Vcpus.Maximum,
        definition.Memballoon is { Model: not MemballoonModel.None },
        definition.Os.Type.ToXml(),
        [.. definition.Disks.Select(DiskFacts.Of)],
        definition.Os is { Loader.Nvram: not null } or { Firmware: not FirmwareKind.None },
        definition.Tpms.Count > 0);
}
