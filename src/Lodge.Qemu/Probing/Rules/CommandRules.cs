using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>Capabilities that are there when a command is (QMP <c>query-commands</c>).</summary>
internal static class CommandRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Command, QemuCapability Capability)[] Table =
    [
        ("query-vnc", Vnc),
        ("rtc-reset-reinjection", RtcResetReinjection),
        ("query-hotpluggable-cpus", QueryHotpluggableCpus),
        ("query-cpu-model-expansion", QueryCpuModelExpansion),
        ("query-cpu-definitions", QueryCpuDefinitions),
        ("query-cpu-model-baseline", QueryCpuModelBaseline),
        ("query-cpu-model-comparison", QueryCpuModelComparison),
        ("blockdev-reopen", BlockdevReopen),
        ("block-export-add", BlockExportAdd),
        ("set-action", SetAction),
        ("query-dirty-rate", QueryDirtyRate),
        ("sev-inject-launch-secret", SevInjectLaunchSecret),
        ("calc-dirty-rate", CalcDirtyRate),
        ("query-stats", QueryStats),
        ("query-stats-schemas", QueryStatsSchemas),
    ];
}
