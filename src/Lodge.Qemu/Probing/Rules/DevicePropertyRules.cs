using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>Capabilities that are there when a device has a property (QMP <c>device-list-properties</c>).</summary>
internal static class DevicePropertyRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Device, string Property, QemuCapability Capability)[] Table =
    [
        ("virtio-blk-pci", "scsi", VirtioBlkScsi),
        ("scsi-hd", "channel", ScsiDiskChannel),
        ("PIIX4_PM", "disable_s3", PiixDisableS3),
        ("PIIX4_PM", "disable_s4", PiixDisableS4),
        ("usb-redir", "filter", UsbRedirFilter),
        ("ide-hd", "wwn", IdeDriveWwn),
        ("scsi-hd", "wwn", ScsiDiskWwn),
        ("usb-storage", "removable", UsbStorageRemovable),
        ("kvm-pit", "lost_tick_policy", KvmPitTickPolicy),
        ("VGA", "vgamem_mb", VgaVgamem),
        ("vmware-svga", "vgamem_mb", VmwareSvgaVgamem),
        ("qxl", "vgamem_mb", QxlVgamem),
        ("virtio-gpu-pci", "virgl", VirtioGpuVirgl),
        ("virtio-gpu-device", "virgl", VirtioGpuVirgl),
        ("ICH9-LPC", "disable_s3", Ich9DisableS3),
        ("ICH9-LPC", "disable_s4", Ich9DisableS4),
        ("virtio-balloon-pci", "deflate-on-oom", VirtioBalloonAutodeflate),
        ("virtio-balloon-device", "deflate-on-oom", VirtioBalloonAutodeflate),
        ("qxl", "vram64_size_mb", QxlVram64),
        ("intel-iommu", "intremap", IntelIommuIntremap),
        ("intel-iommu", "caching-mode", IntelIommuCachingMode),
        ("intel-iommu", "eim", IntelIommuEim),
        ("intel-iommu", "device-iotlb", IntelIommuDeviceIotlb),
        ("mch", "extended-tseg-mbytes", MchExtendedTsegMbytes),
        ("vfio-pci", "display", VfioPciDisplay),
        ("nvdimm", "unarmed", DeviceNvdimmUnarmed),
        ("pcie-root-port", "hotplug", PcieRootPortHotplug),
        ("intel-iommu", "aw-bits", IntelIommuAwBits),
        ("usb-host", "hostdevice", UsbHostHostdevice),
        ("virtio-balloon-pci", "free-page-reporting", VirtioBalloonFreePageReporting),
        ("virtio-balloon-device", "free-page-reporting", VirtioBalloonFreePageReporting),
        ("vhost-user-fs-device", "bootindex", VhostUserFsBootindex),
        ("scsi-hd", "rotation_rate", RotationRate),
        ("virtio-blk-pci", "acpi-index", AcpiIndex),
        ("virtio-net-pci", "acpi-index", AcpiIndex),
        ("virtio-scsi-pci", "acpi-index", AcpiIndex),
        ("virtio-gpu-pci", "acpi-index", AcpiIndex),
        ("virtio-gpu-device", "acpi-index", AcpiIndex),
        ("virtio-balloon-pci", "acpi-index", AcpiIndex),
        ("virtio-balloon-device", "acpi-index", AcpiIndex),
        ("virtio-blk-pci", "queue-size", VirtioBlkQueueSize),
        ("PIIX4_PM", "acpi-root-pci-hotplug", Piix4AcpiRootPciHotplug),
        ("virtio-mem-pci", "prealloc", DeviceVirtioMemPciPrealloc),
        ("virtio-iommu-pci", "boot-bypass", VirtioIommuBootBypass),
        ("virtio-net-pci", "rss", VirtioNetRss),
        ("usb-host", "guest-resets-all", UsbHostGuestsResetsAll),
    ];
}
