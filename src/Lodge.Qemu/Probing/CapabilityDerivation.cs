using Lodge.Qemu.Probing.Rules;

namespace Lodge.Qemu.Probing;

/// <summary>Derives capabilities from a QEMU's bare answers.</summary>
internal static class CapabilityDerivation
{
    public static bool[] From(QemuFacts facts)
    {
        var has = new bool[QemuCapabilityNames.Count];
        void Set(QemuCapability capability, bool present) => has[(int)capability] |= present;

        foreach (var (type, capability) in TypeRules.Table) Set(capability, facts.Types.Contains(type));
        foreach (var (command, capability) in CommandRules.Table) Set(capability, facts.Commands.Contains(command));
        foreach (var (path, capability) in SchemaRules.Table) Set(capability, facts.SchemaPaths.Contains(path));
        foreach (var (name, capability) in MigrationRules.Table)
            Set(capability, facts.MigrationCapabilities.Contains(name));
        foreach (var (device, property, capability) in DevicePropertyRules.Table)
            Set(capability, HasProperty(facts, device, property));
        foreach (var (type, property, capability) in ObjectPropertyRules.Table)
            Set(capability, HasProperty(facts, type, property));
        foreach (var (option, parameter, capability) in OptionRules.Table)
        {
            Set(capability, facts.Options.TryGetValue(option, out var parameters)
                && (parameter.Length == 0 || parameters.Contains(parameter)));
        }

        Set(QemuCapability.Kvm, facts.Kvm is not null);
        Set(QemuCapability.NoAcpi, true);
        Set(QemuCapability.DeviceTpmTis, facts.TpmModels.Contains("tpm-tis"));
        Set(QemuCapability.DeviceTpmCrb, facts.TpmModels.Contains("tpm-crb"));
        Set(QemuCapability.DeviceTpmPassthrough, facts.TpmBackends.Contains("passthrough"));
        Set(QemuCapability.DeviceTpmEmulator, facts.TpmBackends.Contains("emulator"));
        Set(QemuCapability.VirtioBlkScsiDefaultDisabled, facts.VirtioBlkScsiOff);
        Set(QemuCapability.CpuMax, (facts.Kvm ?? facts.Tcg)?.CpuModels.Any(model => model.Name == "max") ?? false);
        Set(QemuCapability.EnableFips, facts.Version < 5_002_000);

        Set(QemuCapability.CpuCache, has[(int)QemuCapability.QueryCpuModelExpansion]);
        Set(QemuCapability.CanonicalCpuFeatures, has[(int)QemuCapability.CpuUnavailableFeatures]);
        Set(QemuCapability.NoHpet, !has[(int)QemuCapability.MachineHpet]);
        Set(QemuCapability.CompatDeprecated, has[(int)QemuCapability.ObjectJson]);
        Set(QemuCapability.IncrementalBackup, has[(int)QemuCapability.BlockdevReopen]
            && has[(int)QemuCapability.MigrationParamBlockBitmapMapping]);

        // The types exist in every build, and say nothing about this host's processor.
        has[(int)QemuCapability.SevGuest] = false;
        has[(int)QemuCapability.SgxEpc] = false;
        return has;
    }

    private static bool HasProperty(QemuFacts facts, string type, string property) =>
        facts.Properties.TryGetValue(type, out var properties) && properties.Contains(property);
}
