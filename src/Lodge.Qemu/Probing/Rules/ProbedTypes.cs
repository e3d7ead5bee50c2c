namespace Lodge.Qemu.Probing.Rules;

/// <summary>
/// The types whose properties are asked for: those that a rule names, and those whose command line depends on one.
/// </summary>
internal static class ProbedTypes
{
    private static readonly string[] ForCommandLine =
    [
        "virtio-blk-pci", "virtio-net-pci", "virtio-scsi-pci", "virtio-serial-pci", "virtio-rng-pci", "virtio-gpu-pci",
        "virtio-vga", "virtio-balloon-pci", "virtio-9p-pci", "virtio-keyboard-pci", "virtio-mouse-pci",
        "virtio-tablet-pci", "vhost-vsock-pci", "vhost-user-fs-pci", "e1000", "e1000e", "rtl8139", "ide-hd", "ide-cd",
        "scsi-hd", "scsi-cd", "scsi-block", "floppy", "usb-storage", "qxl", "qxl-vga", "VGA", "cirrus-vga", "ramfb",
        "bochs-display", "isa-serial", "pci-serial", "usb-serial", "qemu-xhci", "nec-usb-xhci", "ich9-usb-ehci1",
        "piix3-usb-uhci", "usb-tablet", "usb-hub", "usb-redir", "usb-host", "ich9-intel-hda", "hda-duplex", "AC97",
        "pcie-root-port", "pcie-pci-bridge", "pci-bridge", "pxb", "pxb-pcie", "vfio-pci", "pvpanic", "pvpanic-pci",
        "i6300esb", "ib700", "tpm-tis", "tpm-crb", "vmgenid", "vmcoreinfo", "pc-dimm", "nvdimm", "ivshmem-plain",
        "ivshmem-doorbell", "intel-iommu", "virtio-iommu-pci", "virtio-mem-pci", "kvm-pit", "isa-debugcon",
    ];

    private static readonly string[] ObjectsForCommandLine =
    [
        "memory-backend-ram", "memory-backend-file", "memory-backend-memfd", "iothread", "rng-random", "rng-egd",
        "rng-builtin", "secret", "tls-creds-x509", "input-linux", "throttle-group", "filter-mirror",
    ];

    /// <summary>Devices (QMP <c>device-list-properties</c>).</summary>
    public static readonly string[] Devices =
        [.. ForCommandLine.Concat(DevicePropertyRules.Table.Select(rule => rule.Device)).Distinct()];

    /// <summary>Objects and machines (QMP <c>qom-list-properties</c>).</summary>
    public static readonly string[] Objects =
        [.. ObjectsForCommandLine.Concat(ObjectPropertyRules.Table.Select(rule => rule.Type)).Distinct()];
}
