using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>What each device asks of its slot (<c>qemuDomainDeviceCalculatePCIConnectFlags</c>).</summary>
internal sealed class PciConnections(DomainDefinition domain)
{
    private const PciConnection Pci = PciConnection.PciDevice | PciConnection.AutoAssign;

    /// <summary>
    /// Modern virtio devices, and everything that has PCIe, sit in PCIe slots where the guest has these.
    /// </summary>
    private readonly PciConnection _pcie = domain.HasRoot(PciControllerModel.PcieRoot)
        ? PciConnection.PcieDevice | PciConnection.AutoAssign
        : Pci;

    /// <summary>What a device asks; <see cref="PciConnection.None"/> for one that is not on PCI.</summary>
    public PciConnection Of(Device device) => device switch
    {
        Controller controller => Of(controller),
        Filesystem filesystem => Virtio(filesystem.Model == FilesystemModel.VirtioTransitional),
        Interface nic => Of(nic),
        Sound sound => sound.Model is SoundModel.Es1370 or SoundModel.Ac97 or SoundModel.Ich6 or SoundModel.Ich9
            ? Pci : PciConnection.None,
        Disk disk =>
            disk.Bus == DiskBus.Virtio ? Virtio(disk.Model == DiskModel.VirtioTransitional) : PciConnection.None,
        Hostdev hostdev => Of(hostdev),
        Memballoon balloon => balloon.Model is MemballoonModel.None or MemballoonModel.Xen
            ? PciConnection.None : Virtio(balloon.Model == MemballoonModel.VirtioTransitional),
        Rng rng => Virtio(rng.Model == RngModel.VirtioTransitional),
        Watchdog watchdog => watchdog.Model == WatchdogModel.I6300esb ? Pci : PciConnection.None,
        Video video => Of(video),
        Shmem => Pci,
        Input input =>
            input.Bus == InputBus.Virtio ? Virtio(input.Model == InputModel.VirtioTransitional) : PciConnection.None,
        SerialDevice serial => serial.TargetType == SerialTarget.PciSerial ? Pci : PciConnection.None,
        Iommu iommu => iommu.Model == IommuModel.Virtio ? _pcie | PciConnection.Integrated : PciConnection.None,
        Vsock vsock => Virtio(vsock.Model == VsockModel.VirtioTransitional),
        MemoryDevice memory =>
            memory.Model is MemoryModel.VirtioPmem or MemoryModel.VirtioMem ? _pcie : PciConnection.None,
        _ => PciConnection.None,
    };

    private PciConnection Virtio(bool transitional) => transitional ? Pci : _pcie;

    private PciConnection Of(Controller controller) => controller.Type switch
    {
        ControllerType.Pci => controller.PciModel switch
        {
            PciControllerModel.PciBridge => PciConnection.PciBridge,
            PciControllerModel.PciExpanderBus => PciConnection.PciExpanderBus,
            PciControllerModel.PcieExpanderBus => PciConnection.PcieExpanderBus,
            PciControllerModel.DmiToPciBridge => PciConnection.DmiToPciBridge,
            PciControllerModel.PcieToPciBridge => PciConnection.PcieToPciBridge,
            PciControllerModel.PcieRootPort => PciConnection.PcieRootPort | PciConnection.AggregateSlot,
            PciControllerModel.PcieSwitchUpstreamPort => PciConnection.PcieSwitchUpstreamPort,
            PciControllerModel.PcieSwitchDownstreamPort => PciConnection.PcieSwitchDownstreamPort,
            _ => PciConnection.None,
        },
        ControllerType.Sata or ControllerType.Ide => Pci,
        ControllerType.Usb => controller.UsbModel switch
        {
            UsbControllerModel.NecXhci or UsbControllerModel.QemuXhci => _pcie,
            UsbControllerModel.None or UsbControllerModel.Qusb1 or UsbControllerModel.Qusb2 => PciConnection.None,
            _ => Pci,
        },
        ControllerType.Scsi => controller.ScsiModel switch
        {
            null or ScsiControllerModel.Ncr53c90 => PciConnection.None,
            ScsiControllerModel.VirtioScsi or ScsiControllerModel.VirtioNonTransitional => _pcie,
            _ => Pci,
        },
        ControllerType.VirtioSerial => Virtio(controller.Model == "virtio-transitional"),
        _ => PciConnection.None,
    };

    private PciConnection Of(Interface nic) => nic switch
    {
        { Type: InterfaceType.Hostdev } => nic.Source.Hostdev is { Type: HostdevType.Pci } ? _pcie : PciConnection.None,
        { Model: "usb-net" } => PciConnection.None,
        { Model: "virtio" or "virtio-non-transitional" or "e1000e" or null } => _pcie,
        _ => Pci,
    };

    private PciConnection Of(Hostdev hostdev) => hostdev switch
    {
        { Mode: not HostdevMode.Subsystem } => PciConnection.None,
        { Type: HostdevType.ScsiHost } => Virtio(hostdev.ScsiHostModel == ScsiHostModel.VirtioTransitional),
        // A device that is not on this host is taken for PCIe, as nearly all are that can be given away.
        { Type: HostdevType.Pci or HostdevType.Mdev } => _pcie,
        _ => PciConnection.None,
    };

    private PciConnection Of(Video video) => video.Model switch
    {
        VideoModel.Virtio or VideoModel.Bochs => _pcie,
        VideoModel.Default or VideoModel.Gop or VideoModel.None or VideoModel.Ramfb => PciConnection.None,
        _ => Pci,
    };
}
