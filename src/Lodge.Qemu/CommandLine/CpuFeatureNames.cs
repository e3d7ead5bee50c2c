namespace Lodge.Qemu.CommandLine;

/// <summary>CPU features that QEMU spells otherwise than libvirt, or does not know as features.</summary>
internal static class CpuFeatureNames
{
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["cmp_legacy"] = "cmp-legacy",
        ["ds_cpl"] = "ds-cpl",
        ["fxsr_opt"] = "fxsr-opt",
        ["kvm_pv_eoi"] = "kvm-pv-eoi",
        ["kvm_pv_unhalt"] = "kvm-pv-unhalt",
        ["lahf_lm"] = "lahf-lm",
        ["nodeid_msr"] = "nodeid-msr",
        ["pclmuldq"] = "pclmulqdq",
        ["perfctr_core"] = "perfctr-core",
        ["perfctr_nb"] = "perfctr-nb",
        ["tsc_adjust"] = "tsc-adjust",
    };

    /// <summary>QEMU's spelling.</summary>
    public static string ToQemu(string name) => Spellings.GetValueOrDefault(name, name);

    /// <summary>Whether the feature is the host's or the guest kernel's own affair.</summary>
    public static bool IsUnknownToQemu(string name) =>
        name is "cmt" or "mbm_total" or "mbm_local" or "osxsave" or "ospke";
}
