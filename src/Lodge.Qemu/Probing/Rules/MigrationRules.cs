using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>Capabilities that are there when migration has them (QMP <c>query-migrate-capabilities</c>).</summary>
internal static class MigrationRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Name, QemuCapability Capability)[] Table =
    [
        ("rdma-pin-all", MigrateRdma),
    ];
}
