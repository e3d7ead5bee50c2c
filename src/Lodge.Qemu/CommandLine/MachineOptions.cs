using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.CommandLine.Memory;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>The guest's board and what is soldered to it.</summary>
internal static class MachineOptions
{
    public static void Add(CommandLineWriter writer)
    {
        var definition = writer.Definition;
        var option = new OptionString(definition.Os.Machine ?? "").Add("usb", false);
        AddFeatures(option, definition.Features);
        if (definition.Iommu is { Model: IommuModel.Smmuv3 }) option.Add("iommu", "smmuv3");
        AddMemory(option, writer);
        if (definition.LaunchSecurity is not null) option.Add("confidential-guest-support", "lsec0");
        if (LoaderOptions.IsFlash(definition))
        {
            option.Add("pflash0", new BlockNames(LoaderOptions.CodeNode).Format);
            if (definition.Os.Loader!.Nvram is not null)
            {
                option.Add("pflash1", new BlockNames(LoaderOptions.VariablesNode).Format);
            }
        }

        if (definition.KeyWrap is { } keys)
        {
            // Keys are wrapped by machines of IBM only.
            throw ConfigurationError.Unsupported(
                $"{(keys.ContainsKey("aes") ? "aes" : "dea")}-key-wrap is not available with this QEMU binary");
        }

        if (NumaOptions.HasHmat(definition)) option.Add("hmat", true);

        // Without a screen the BIOS speaks on the serial port.
        if (definition.Os.BiosUseSerial == true) option.Add("graphics", false);
        if (writer.Capabilities.Has(QemuCapability.MachineHpet))
        {
            option.Add("hpet", definition.Clock.Timers.Find(timer => timer.Name == TimerName.Hpet)?.Present);
        }

        writer.Command.Add("-machine", option);
    }

    private static void AddFeatures(OptionString option, Features features)
    {
        option.Add("vmport", features.VmPort).Add("smm", features.Smm);
        if (features is { Gic: true, GicVersion: not GicVersion.None })
        {
            option.Add("gic-version", features.GicVersion.ToXml());
        }

        option.Add("kernel_irqchip", features.Ioapic switch
        {
            IoapicDriver.Qemu => "split",
            IoapicDriver.Kvm => "on",
            _ => null,
        });
    }

    private static void AddMemory(OptionString option, CommandLineWriter writer)
    {
        var definition = writer.Definition;
        option.Add("dump-guest-core", definition.DumpCore ?? writer.Settings.DumpGuestCore);
        if (definition.MemoryBacking.NoSharePages) option.Add("mem-merge", false);
        if (definition.MemoryDevices.Exists(module => module.Model == MemoryModel.Nvdimm)) option.Add("nvdimm", true);
        var enclaves = definition.MemoryDevices.Where(module => module.Model == MemoryModel.SgxEpc).ToList();
        for (var i = 0; i < enclaves.Count; i++)
        {
            option
                .Add($"sgx-epc.{i}.memdev", MemoryRequest.Of(enclaves[i]).Id)
                .Add($"sgx-epc.{i}.node", Math.Max(0, enclaves[i].TargetNode));
        }

        if (!MemoryOptions.HasNuma(definition)) option.Add("memory-backend", MemoryOptions.DefaultRamId(writer.Scope));
    }
}
