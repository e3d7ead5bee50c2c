using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>What the chosen QEMU and its machine type can be at all.</summary>
internal static class MachineValidation
{
    public static VirException? Find(DomainDefinition domain, IMachineFacts facts) =>
        domain.Os.Type != OsType.Hvm
            ? Unsupported($"Emulator '{domain.Emulator}' does not support os type '{domain.Os.Type.ToXml()}'")
        : !IsRunnable(domain.Type, facts)
            ? Unsupported($"Emulator '{domain.Emulator}' does not support virt type '{domain.Type.ToXml()}'")
        : !facts.HasMachine(domain.Os.Machine!)
            ? Unsupported($"Emulator '{domain.Emulator}' does not support machine type '{domain.Os.Machine}'")
        : domain.MemoryTune.MinimumGuarantee > 0
            ? Unsupported("Parameter 'min_guarantee' not supported by QEMU.")
        : IsUefi(domain.Os) && domain.Os.IsX86 && !domain.Features.Acpi
            ? Unsupported("UEFI requires ACPI on this architecture")
        : domain.GenerationId is not null && !facts.Has(QemuCapability.DeviceVmgenid)
            ? Unsupported("this QEMU does not support the 'genid' capability")
        : domain.Os.BiosUseSerial == true && domain.Serials.Count == 0
            ? Xml("need at least one serial port to use BIOS serial output")
        : FindLifecycle(domain);

    /// <summary>
    /// What the driver does not do when a guest ends in its own ways (<c>qemuValidateLifecycleAction</c>).
    /// </summary>
    public static VirException? FindLifecycle(DomainDefinition domain) =>
        (domain.OnPoweroff, domain.OnReboot, domain.OnCrash) switch
        {
            (LifecycleAction.RenameRestart, _, _) or (_, LifecycleAction.RenameRestart, _)
                or (_, _, LifecycleAction.RenameRestart) => Unsupported(
                "qemu driver doesn't support the 'rename-restart' action for 'on_reboot'/'on_poweroff'/'on_crash'"),
            (LifecycleAction.Preserve, _, _) or (_, LifecycleAction.Preserve, _) => Unsupported(
                "qemu driver doesn't support the 'preserve' action for 'on_reboot'/'on_poweroff'"),
            (LifecycleAction.Restart, LifecycleAction.Destroy, _) => Unsupported(
                "qemu driver doesn't support 'onReboot' set to 'destroy and 'onPoweroff' set to 'reboot'"),
            _ => null,
        };

    public static VirException? FindExtras(DomainDefinition domain, IMachineFacts facts) =>
        FindConsole(domain) ?? FindFirmwareEntry(domain) ?? FindPanic(domain, facts)
        ?? TpmValidation.FindCount(domain) ?? FindLaunchSecurity(domain, facts);

    public static VirException? FindInterruptRemapping(DomainDefinition domain) => domain.Iommu switch
    {
        { InterruptRemapping: true } when domain.Features.Ioapic != IoapicDriver.Qemu =>
            DomainUnsupported("IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')"),
        { ExtendedInterrupts: true, InterruptRemapping: not true } =>
            DomainUnsupported("IOMMU eim requires interrupt remapping to be enabled"),
        _ => null,
    };

    private static bool IsRunnable(DomainType type, IMachineFacts facts) => type switch
    {
        DomainType.Qemu => true,
        DomainType.Kvm => facts.KvmUsable,
        _ => false,
    };

    private static bool IsUefi(Os os) => os.Firmware == FirmwareKind.Efi || os.Loader?.Type == LoaderType.Pflash;

    private static VirException? FindConsole(DomainDefinition domain)
    {
        var odd = domain.Consoles.Find(
            console => console.TargetType is not (ConsoleTarget.Serial or ConsoleTarget.Virtio));
        return odd?.TargetType switch
        {
            null => null,
            ConsoleTarget.Sclp => Unsupported("sclpconsole is not supported in this QEMU binary"),
            ConsoleTarget.Sclplm => Unsupported("sclplmconsole is not supported in this QEMU binary"),
            var target => Unsupported($"unsupported console target type {target.Value.ToXml()}"),
        };
    }

    private static VirException? FindFirmwareEntry(DomainDefinition domain) => domain.SystemInfo
        .SelectMany(information => information.FirmwareEntries)
        .Select(entry => !entry.Name.StartsWith("opt/", StringComparison.Ordinal) ? Unsupported("Invalid firmware name")
            : entry.Name.StartsWith("opt/ovmf/", StringComparison.Ordinal)
                || entry.Name.StartsWith("opt/org.qemu/", StringComparison.Ordinal)
                ? Unsupported("That firmware name is reserved")
            : null)
        .FirstOrDefault(refused => refused is not null);

    private static VirException? FindPanic(DomainDefinition domain, IMachineFacts facts) => domain.Panics
        .Select(panic => panic.Model switch
        {
            PanicModel.S390 => Unsupported("only S390 guests support panic device of model 's390'"),
            PanicModel.Pseries => Unsupported("only pSeries guests support panic device of model 'pseries'"),
            PanicModel.Hyperv when panic.Address is not null =>
                Unsupported("setting the panic device address is not supported for model 'hyperv'"),
            PanicModel.Isa when !facts.Has(QemuCapability.DevicePanic) =>
                Unsupported("the QEMU binary does not support the ISA panic device"),
            PanicModel.Isa when panic.Address is not (null or IsaAddress) =>
                Unsupported("panic is supported only with ISA address type"),
            _ => null,
        })
        .FirstOrDefault(refused => refused is not null);

    private static VirException? FindLaunchSecurity(DomainDefinition domain, IMachineFacts facts) =>
        domain.LaunchSecurity switch
        {
            { Type: LaunchSecurityType.Sev } when !facts.Has(QemuCapability.SevGuest) =>
                Unsupported("SEV launch security is not supported with this QEMU binary"),
            { Type: LaunchSecurityType.Sev, KernelHashes: not null }
                when !facts.Has(QemuCapability.SevGuestKernelHashes) =>
                Unsupported("SEV measured direct kernel boot is not supported with this QEMU binary"),
            { Type: LaunchSecurityType.S390Pv } =>
                Unsupported("S390 PV launch security is not supported with this QEMU binary"),
            _ => null,
        };
}
