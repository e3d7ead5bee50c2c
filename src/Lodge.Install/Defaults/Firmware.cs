using System.Text.RegularExpressions;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>The firmware of a guest: UEFI where it was asked for or nothing else will do.</summary>
internal static partial class Firmware
{
    /// <summary>Chooses UEFI where the operating system or the machine needs it.</summary>
    /// <exception cref="FormatException">It was asked for, and the host has none.</exception>
    public static void SetDefault(GuestPlan plan)
    {
        string[] others =
            ["os/kernel", "os/loader", "os/loader/@readonly", "os/nvram", "os/@firmware"];
        var isNeeded = Prefers(plan) && !Array.Exists(others, path => plan.Domain[path] is not null);
        if (!isNeeded && !plan.WantsUefi) return;
        try
        {
            Enable(plan);
        }
        catch (FormatException failed) when (!plan.WantsUefi)
        {
            plan.Warnings.Add($"Couldn't configure UEFI: {failed.Message}");
            plan.Warnings.Add("Your VM may not boot successfully.");
        }
    }

    /// <summary>Makes a guest boot from UEFI: libvirt finds the file where it can, else we do.</summary>
    /// <exception cref="FormatException">The host has none.</exception>
    public static void Enable(GuestPlan plan)
    {
        var domain = plan.Domain;
        if (plan.DomainCapabilities.HasAutomaticUefi)
        {
            domain["os/@firmware"] = "efi";
            return;
        }

        var path = FindFile(plan);
        domain["os/loader/@readonly"] = "yes";
        domain["os/loader/@type"] = "pflash";
        domain["os/loader"] = path;
        if (!plan.IsX86 || !path.Contains("secboot", StringComparison.Ordinal)) return;
        // Such a file does not start without SMM, and SMM needs a q35.
        domain["features/smm/@state"] = "on";
        domain["os/loader/@secure"] = "yes";
        if (plan.IsQ35) return;
        plan.Warnings.Add(
            $"Changing machine type from '{plan.Machine}' to 'q35' which is required for UEFI secure boot.");
        domain["os/type/@machine"] = "q35";
    }

    private static bool Prefers(GuestPlan plan) => plan.IsX86 && (plan.IsQemu || plan.IsTest)
        ? plan.Os.RequiresEfi(plan.Architecture!)
        : plan.IsArmVirt || plan.Host.Driver == "bhyve";

    private static string FindFile(GuestPlan plan)
    {
        var capabilities = plan.DomainCapabilities;
        if (!capabilities.HasLoader) throw new FormatException("Libvirt version does not support UEFI.");
        Regex[]? patterns = plan.Architecture switch
        {
            "i686" => [Edk2I386(), OvmfIa32()],
            "x86_64" => [Edk2X64(), OvmfCode(), OvmfX64(), OvmfX8664(), Ovmf()],
            "aarch64" => [AavmfCode(), QemuEfiAarch64(), Aarch64()],
            "armv7l" => [Aavmf32Code(), QemuEfiArm(), Edk2Arm()],
            _ => null,
        };
        if (patterns is null)
            throw new FormatException($"Don't know how to setup UEFI for arch '{plan.Architecture}'");
        var files = capabilities.Loaders.ToList();
        return patterns.Select(pattern => files.Find(file => pattern.IsMatch(file))).OfType<string>().FirstOrDefault()
            ?? throw new FormatException($"Did not find any UEFI binary path for arch '{plan.Architecture}'");
    }

    [GeneratedRegex(@"edk2-i386-.*\.fd")]
    private static partial Regex Edk2I386();

    [GeneratedRegex("ovmf-ia32")]
    private static partial Regex OvmfIa32();

    [GeneratedRegex(@"edk2-x86_64-.*\.fd")]
    private static partial Regex Edk2X64();

    [GeneratedRegex(@"OVMF_CODE\.fd")]
    private static partial Regex OvmfCode();

    [GeneratedRegex(@"ovmf-x64/OVMF.*\.fd")]
    private static partial Regex OvmfX64();

    [GeneratedRegex("ovmf-x86_64-")]
    private static partial Regex OvmfX8664();

    [GeneratedRegex("ovmf|OVMF")]
    private static partial Regex Ovmf();

    [GeneratedRegex(@"AAVMF_CODE\.fd")]
    private static partial Regex AavmfCode();

    [GeneratedRegex("aarch64/QEMU_EFI")]
    private static partial Regex QemuEfiAarch64();

    [GeneratedRegex("aarch64")]
    private static partial Regex Aarch64();

    [GeneratedRegex(@"AAVMF32_CODE\.fd")]
    private static partial Regex Aavmf32Code();

    [GeneratedRegex("arm/QEMU_EFI")]
    private static partial Regex QemuEfiArm();

    [GeneratedRegex(@"edk2-arm-code\.fd")]
    private static partial Regex Edk2Arm();
}
