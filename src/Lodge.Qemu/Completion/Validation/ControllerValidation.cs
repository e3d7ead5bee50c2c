using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Controllers: numbers in range, models that QEMU has, options that the model takes.</summary>
internal static class ControllerValidation
{
    public static VirException? Find(Controller controller) =>
        controller.Type != ControllerType.Pci ? null
        : controller.PciModel is PciControllerModel.PciRoot or PciControllerModel.PcieRoot
        && controller.Address is not null
            ? DomainUnsupported("pci-root and pcie-root controllers should not have an address")
        : controller.Index > 255
            ? DomainUnsupported($"PCI controller index {controller.Index} too high, maximum is 255")
        : controller.Pci is { } options ? FindRange(controller.Index, options)
        : null;

    public static VirException? FindQemu(DomainDefinition domain, Controller controller, IMachineFacts facts) =>
        FindScsi(controller, facts) ?? FindOptions(controller) ?? controller.Type switch
        {
            ControllerType.Ide => FindIde(domain, controller),
            ControllerType.Scsi => FindIoThread(domain, controller),
            ControllerType.Sata when !facts.Has(QemuCapability.Ich9Ahci) =>
                Unsupported("SATA is not supported with this QEMU binary"),
            ControllerType.Pci => PciControllerValidation.Find(controller, facts),
            _ => null,
        };

    private static VirException? FindRange(int index, PciControllerOptions options) =>
        options.TargetIndex is { } target and (< 0 or > 30)
            ? DomainUnsupported($"PCI controller target index '{target}' out of range - must be 0-30")
        : options.TargetIndex is { } own && (index == 0) != (own == 0) ? DomainUnsupported(
            "Only the PCI controller with index 0 can have target index 0, and vice versa")
        : OutOfRange("chassisNr", options.ChassisNumber, 1, 255) ?? OutOfRange("chassis", options.Chassis, 0, 255)
            ?? OutOfRange("port", options.Port, 0, 255) ?? OutOfRange("busNr", options.BusNumber, 1, 254)
            ?? (options.NumaNode >= 0 && index == 0 ? DomainUnsupported(
                "The PCI controller with index=0 can't be associated with a NUMA node") : null);

    private static VirException? OutOfRange(string name, int? value, int least, int most) =>
        value < least || value > most
            ? DomainUnsupported($"PCI controller {name} '{value}' out of range - must be {least}-{most}") : null;

    private static VirException? FindScsi(Controller controller, IMachineFacts facts) =>
        controller.Type != ControllerType.Scsi ? null
        : controller.ScsiModel switch
        {
            ScsiControllerModel.Lsilogic => Needs(facts, QemuCapability.ScsiLsi, "the LSI 53C895A SCSI"),
            ScsiControllerModel.VirtioScsi or ScsiControllerModel.VirtioTransitional
                or ScsiControllerModel.VirtioNonTransitional => Needs(facts, QemuCapability.VirtioScsi, "virtio scsi"),
            ScsiControllerModel.Lsisas1068 =>
                Needs(facts, QemuCapability.ScsiMptsas1068, "the LSI SAS1068 (MPT Fusion)"),
            ScsiControllerModel.Lsisas1078 => Needs(facts, QemuCapability.ScsiMegasas, "the LSI SAS1078 (MegaRAID)"),
            ScsiControllerModel.Vmpvscsi =>
                Needs(facts, QemuCapability.ScsiPvscsi, "the pvscsi (VMware paravirtual SCSI)"),
            ScsiControllerModel.Auto or ScsiControllerModel.Buslogic =>
                Unsupported($"Unsupported controller model: {controller.Model}"),
            ScsiControllerModel.Ncr53c90 => Needs(facts, QemuCapability.ScsiNcr53c90, "the NCR53C90 (ESP)")
                ?? Unsupported("ncr53c90 SCSI controller is not a built-in for this machine"),
            ScsiControllerModel.Dc390 => Needs(facts, QemuCapability.ScsiDc390, "the DC390 (ESP)"),
            ScsiControllerModel.Am53c974 => Needs(facts, QemuCapability.ScsiAm53c974, "the AM53C974 (ESP)"),
            _ => null,
        };

    private static VirException? Needs(IMachineFacts facts, QemuCapability capability, string name) =>
        facts.Has(capability) ? null : Unsupported($"This QEMU doesn't support {name} controller");

    private static VirException? FindOptions(Controller controller) =>
        IsVirtioScsi(controller) ? null
        : controller.Queues > 0 ? OnlyVirtio("queues", "by")
        : controller.CommandsPerLun > 0 ? OnlyVirtio("cmd_per_lun", "by")
        : controller.MaximumSectors > 0 ? OnlyVirtio("max_sectors", "by")
        : controller.IoEventFd is not null ? OnlyVirtio("ioeventfd", "by")
        : controller.IoThread > 0 ? OnlyVirtio("iothread", "for")
        : null;

    private static VirException OnlyVirtio(string option, string preposition) =>
        Unsupported($"'{option}' is only supported {preposition} virtio-scsi controller");

    private static bool IsVirtioScsi(Controller controller) => controller.Type == ControllerType.Scsi
        && controller.ScsiModel is ScsiControllerModel.VirtioScsi or ScsiControllerModel.VirtioTransitional
            or ScsiControllerModel.VirtioNonTransitional;

    private static VirException? FindIde(DomainDefinition domain, Controller controller) =>
        !domain.Os.IsI440Fx ? Unsupported("IDE controllers are unsupported for this QEMU binary or machine type")
        : controller.Index > 0 ? Unsupported("Only a single IDE controller is supported for this machine type")
        : null;

    private static VirException? FindIoThread(DomainDefinition domain, Controller controller) =>
        controller.IoThread == 0 ? null
        : controller.Address is not (null or PciAddress)
            ? Unsupported("virtio-scsi IOThreads only available for virtio pci and virtio ccw controllers")
        : domain.IoThreads.Find(controller.IoThread) is null
            ? Unsupported($"controller iothread '{controller.IoThread}' not defined in iothreadid")
        : null;
}
