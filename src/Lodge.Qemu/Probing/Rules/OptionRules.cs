using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>
/// Capabilities that are there when an option has a parameter (QMP <c>query-command-line-options</c>).
/// </summary>
internal static class OptionRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Option, string Parameter, QemuCapability Capability)[] Table =
    [
        ("spice", "", Spice),
        ("sandbox", "", SeccompSandbox),
        ("spice", "gl", SpiceGl),
        ("spice", "rendernode", SpiceRendernode),
        ("fsdev", "multidevs", FsdevMultidevs),
        ("vnc", "power-control", VncPowerControl),
        ("machine", "hpet", MachineHpet),
    ];
}
