using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Addresses that the device, its controller or QEMU cannot have.</summary>
internal static class AddressValidation
{
    public static VirException? FindUnassigned(Device device) =>
        device is not Hostdev && device.Address?.Type == AddressType.Unassigned
            ? DomainUnsupported("address of type 'unassigned' is supported only for hostdevs") : null;

    public static VirException? Find(DomainDefinition domain, Device device, IMachineFacts facts) =>
        device.Address switch
        {
            PciAddress { ZpciUid: not null } or PciAddress { ZpciFid: not null } =>
                Unsupported("This QEMU binary doesn't support zPCI"),
            SpaprVioAddress { Register: > uint.MaxValue } address => Unsupported(
                $"spapr-vio reg='0x{address.Register:x}' exceeds maximum possible value (0xffffffff)"),
            { Type: AddressType.VirtioS390 } => Unsupported("'virtio-s390' addresses are no longer supported"),
            CcwAddress => Unsupported($"cannot use CCW address type for device '{device.Alias ?? "<null>"}' using "
                + $"machine type '{domain.Os.Machine}'"),
            DriveAddress place => FindDrive(domain, device is Disk disk ? disk.Bus : DiskBus.Scsi, place),
            _ => null,
        }
        ?? FindPciOptions(device, facts);

    private static VirException? FindDrive(DomainDefinition domain, DiskBus bus, DriveAddress place) =>
        (bus, place) switch
    {
        (DiskBus.Scsi, { Bus: not 0 }) => Internal("SCSI controller only supports 1 bus"),
        (DiskBus.Scsi, { Target: not 0 })
            when domain.Find(ControllerType.Scsi, (int)place.Controller)?.ScsiModel == ScsiControllerModel.Lsilogic =>
            Unsupported("target must be 0 for controller model 'lsilogic'"),
        (DiskBus.Ide, { Controller: not 0 }) => Internal("Only 1 IDE controller is supported"),
        (DiskBus.Ide, { Target: not 0 }) => Unsupported("target must be 0 for ide controller"),
        (DiskBus.Fdc, { Controller: not 0 }) => Internal("Only 1 fdc controller is supported"),
        (DiskBus.Fdc, { Bus: not 0 }) => Internal("Only 1 fdc bus is supported"),
        (DiskBus.Fdc, { Target: not 0 }) => Unsupported("target must be 0 for controller fdc"),
        (DiskBus.Sata, { Bus: not 0 }) => Unsupported("bus must be 0 for sata controller"),
        (DiskBus.Sata, { Target: not 0 }) => Unsupported("target must be 0 for sata controller"),
        _ => null,
    };

    private static VirException? FindPciOptions(Device device, IMachineFacts facts) =>
        device.AcpiIndex > 0 && !facts.Has(QemuCapability.AcpiIndex)
            ? Unsupported("ACPI index is not supported with this QEMU")
        : device.AcpiIndex > 0 && device.Address is not (null or PciAddress)
            ? Unsupported("ACPI index is only supported for PCI devices")
        : device.Rom is not null && device.Address is not (null or PciAddress)
            && device.Address.Type != AddressType.Unassigned
            ? Unsupported("ROM tuning is only supported for PCI devices")
        : null;
}
