using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Devices of the host in the guest.</summary>
internal static class HostdevValidation
{
    public static VirException? Find(Hostdev passed) => FindAddress(passed) ?? FindTeaming(passed);

    public static VirException? FindQemu(DomainDefinition domain, Hostdev passed) => passed switch
    {
        { Mode: HostdevMode.Capabilities } =>
            Unsupported($"hostdev mode 'capabilities' is not supported in {domain.Type.ToXml()}"),
        { Type: HostdevType.Pci, WriteFiltering: not null } => Unsupported(
            "Write filtering of PCI device configuration space is not supported by qemu"),
        { Type: HostdevType.ScsiHost, BootOrder: > 0 } =>
            Unsupported("booting from assigned devices is not supported by vhost SCSI devices"),
        { Type: HostdevType.Mdev } => FindMediated(domain, passed),
        _ => null,
    };

    /// <summary>Whether two are the same device of the host (<c>virDomainHostdevMatch</c>).</summary>
    public static bool IsSame(Hostdev one, Hostdev other) => one.Mode == other.Mode && (one.Mode, one.Type) switch
    {
        (HostdevMode.Capabilities, _) =>
            one.Capability == other.Capability && one.CapabilityPath == other.CapabilityPath,
        _ when one.Type != other.Type => false,
        (_, HostdevType.Pci) => one.Pci is { } place && other.Pci is { } second && place.IsSamePlace(second)
            && place.Function == second.Function,
        (_, HostdevType.Usb) => one.Usb is { } usb && other.Usb is { } peer && IsSame(usb, peer),
        (_, HostdevType.Scsi) => one.Scsi is { } scsi && other.Scsi is { } disk && IsSame(scsi, disk),
        (_, HostdevType.ScsiHost) => one.Wwpn == other.Wwpn,
        (_, HostdevType.Mdev) => one.MediatedDevice == other.MediatedDevice,
        _ => false,
    };

    private static bool IsSame(UsbSource one, UsbSource other) => one.Bus != 0 && one.DeviceNumber != 0
        ? one.Bus == other.Bus && one.DeviceNumber == other.DeviceNumber
        : one.Product == other.Product && one.Vendor == other.Vendor;

    private static bool IsSame(ScsiSource one, ScsiSource other) =>
        one.IscsiName is null == other.IscsiName is null && (one.IscsiName is not null
            ? one.IscsiName == other.IscsiName && one.IscsiHost?.Name == other.IscsiHost?.Name
                && one.IscsiHost?.Port == other.IscsiHost?.Port
            : one.Adapter == other.Adapter && one.Bus == other.Bus && one.Target == other.Target
            && one.Unit == other.Unit);

    private static VirException? FindAddress(Hostdev passed) => (passed.Mode, passed.Type, passed.Address) switch
    {
        (HostdevMode.Capabilities, _, _) or (_, _, null) => null,
        (_, HostdevType.Pci, not PciAddress) when passed.Address.Type != AddressType.Unassigned => Domain(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "PCI host devices must use 'pci' or 'unassigned' address type"),
        (_, HostdevType.Scsi, not DriveAddress) =>
            DomainUnsupported("SCSI host device must use 'drive' address type"),
        (_, HostdevType.Scsi, _) when passed.Scsi?.Sgio == SgioFilter.Unfiltered =>
            DomainUnsupported("unfiltered sgio is no longer supported"),
        (_, HostdevType.ScsiHost, not (PciAddress or CcwAddress)) =>
            DomainUnsupported("SCSI_host host device must use 'pci' or 'ccw' address type"),
        (_, HostdevType.Usb, not UsbAddress) => DomainUnsupported("USB host device must use 'usb' address type"),
        _ => null,
    };

    private static VirException? FindTeaming(Hostdev passed) => passed.Teaming switch
    {
        null => null,
        { Type: not TeamingType.Transient } =>
            DomainUnsupported("teaming hostdev devices must have type='transient'"),
        { Persistent: null } =>
            DomainUnsupported("missing required persistent attribute in hostdev teaming element"),
        _ when passed.Mode != HostdevMode.Subsystem || passed.Type != HostdevType.Pci =>
            DomainUnsupported("teaming is only supported for pci hostdev devices"),
        _ => null,
    };

    private static VirException? FindMediated(DomainDefinition domain, Hostdev passed) => passed switch
    {
        { MediatedModel: MediatedDeviceModel.VfioCcw } =>
            Unsupported("VFIO CCW device assignment is not supported by this version of QEMU"),
        { MediatedModel: MediatedDeviceModel.VfioAp } =>
            Unsupported("VFIO AP device assignment is not supported by this version of QEMU"),
        { BootOrder: > 0 } => Unsupported(
            "booting from assigned devices is not supported by mediated devices of model vfio-pci"),
        { Display: true } when domain.Graphics.Count == 0 =>
            Unsupported("graphics device is needed for attribute value 'display=on' in <hostdev>"),
        _ => null,
    };
}
