using System.Globalization;
using System.Text;
using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>The virtual CPU's model and features.</summary>
internal static class CpuOption
{
    // Where the guest says nothing at all of its CPU but of its features.
    private const string DefaultModel64 = "qemu64";
    private const string DefaultModel32 = "qemu32";

    public static void Add(CommandLineWriter writer)
    {
        var definition = writer.Definition;
        var option = new OptionString();
        var model = Model(definition);
        option.Add(model ?? (definition.Os.Architecture == "i686" ? DefaultModel32 : DefaultModel64));
        var started = option.ToString().Length;
        if (model is not null) AddModelDetails(option, definition.Cpu!, writer.Capabilities);
        AddTimers(option, definition.Clock);
        option.Add("kvm-pv-eoi", definition.Features.ApicEoi).Add("kvm-pv-unhalt", definition.Features.PvSpinlock);
        HypervFlags.Add(option, definition);
        AddKvm(option, definition.Features.Kvm);
        option.Add("pmu", definition.Features.Pmu);
        if (definition.Cpu is { } cpu)
        {
            AddCache(option, cpu, writer.Capabilities);
            AddAddressWidth(option, cpu.PhysicalAddress);
        }

        // QEMU's own default needs no word.
        if (model is null && option.ToString().Length == started && definition.Os.Architecture != "i686") return;
        writer.Command.Add("-cpu", option);
    }

    private static string? Model(DomainDefinition definition) => definition.Cpu switch
    {
        null => null,
        { Mode: CpuMode.HostPassthrough } => "host",
        { Mode: CpuMode.Maximum } => "max",
        { Mode: CpuMode.HostModel, Model: null } => throw ConfigurationError.Internal(
            $"unexpected host-model CPU for {definition.Os.Architecture} architecture"),
        var cpu => cpu.Model,
    };

    private static void AddModelDetails(OptionString option, Model.Domain.Cpu cpu, QemuCapabilities capabilities)
    {
        if (cpu.Mode is CpuMode.HostPassthrough or CpuMode.Maximum && capabilities.Has(QemuCapability.CpuMigratable))
        {
            option.Add("migratable", cpu.Migratable);
        }

        option.Add("vendor", cpu.VendorId);
        foreach (var feature in cpu.Features)
        {
            if (CpuFeatureNames.IsUnknownToQemu(feature.Name)) continue;
            option.Add(CpuFeatureNames.ToQemu(feature.Name), feature.Policy switch
            {
                CpuFeaturePolicy.Force or CpuFeaturePolicy.Require => true,
                CpuFeaturePolicy.Disable or CpuFeaturePolicy.Forbid => false,
                _ => (bool?)null,
            });
        }
    }

    private static void AddTimers(OptionString option, Clock clock)
    {
        foreach (var timer in clock.Timers)
        {
            switch (timer.Name)
            {
                case TimerName.Kvmclock:
                    option.Add("kvmclock", timer.Present);
                    break;
                case TimerName.Hypervclock when timer.Present == true:
                    option.Add("hv-time", true);
                    break;
                case TimerName.Tsc when timer.Frequency > 0:
                    option.Add("tsc-frequency", timer.Frequency.ToString(CultureInfo.InvariantCulture));
                    break;
            }
        }
    }

    private static void AddKvm(OptionString option, KvmFeatures? kvm)
    {
        if (kvm is null) return;
        if (kvm["hidden"] == true) option.Add("kvm", false);
        if (kvm["hint-dedicated"] == true) option.Add("kvm-hint-dedicated", true);
        if (kvm["poll-control"] == true) option.Add("kvm-poll-control", true);
        if (kvm["pv-ipi"] == false) option.Add("kvm-pv-ipi", false);
    }

    private static void AddCache(OptionString option, Model.Domain.Cpu cpu, QemuCapabilities capabilities)
    {
        if (cpu.Cache is not { } cache) return;
        if (cache.Mode == CpuCacheMode.Emulate) option.Add("l3-cache", true);
        if (cache.Mode == CpuCacheMode.Passthrough) option.Add("host-cache-info", true);
        if (!capabilities.Has(QemuCapability.CpuCache)) return;
        var isHosts = cpu.Mode is CpuMode.HostPassthrough or CpuMode.Maximum;
        if (cache.Mode != CpuCacheMode.Passthrough && isHosts) option.Add("host-cache-info", false);
        if (cache.Mode != CpuCacheMode.Emulate) option.Add("l3-cache", false);
    }

    private static void AddAddressWidth(OptionString option, PhysicalAddressWidth? width)
    {
        if (width is null) return;
        _ = width.Mode == PhysicalAddressMode.Passthrough
            ? option.Add("host-phys-bits", true)
            : option.Add("phys-bits", width.Bits);
    }
}
