namespace Lodge.Qemu.Probing;

/// <summary>The names that capabilities have in files (libvirt's <c>&lt;flag name='…'/&gt;</c>).</summary>
public static class QemuCapabilityNames
{
    private static readonly string[] Names =
    [
        "kvm", "sdl", "no-hpet", "spice", "hda-duplex", "ccid-emulated", "ccid-passthru", "piix3-usb-uhci",
        "piix4-usb-uhci", "usb-ehci", "ich9-usb-ehci1", "vt82c686b-usb-uhci", "pci-ohci", "usb-redir", "usb-hub",
        "ich9-ahci", "no-acpi", "virtio-blk-pci.scsi", "scsi-disk.channel", "scsi-block", "hda-micro", "nec-usb-xhci",
        "lsi", "virtio-scsi-pci", "disable-s3", "disable-s4", "usb-redir.filter", "ide-drive.wwn", "scsi-disk.wwn",
        "seccomp-sandbox", "vnc", "qxl", "VGA", "cirrus-vga", "vmware-svga", "usb-serial", "virtio-rng", "rng-random",
        "rng-egd", "megasas", "tpm-passthrough", "tpm-tis", "pci-bridge", "vfio-pci", "dmi-to-pci-bridge",
        "usb-storage", "usb-storage.removable", "virtio-mmio", "ich9-intel-hda", "kvm-pit-lost-tick-policy",
        "pvpanic", "enable-fips", "usb-kbd", "usb-audio", "rtc-reset-reinjection", "iothread", "migrate-rdma",
        "ivshmem", "VGA.vgamem_mb", "vmware-svga.vgamem_mb", "qxl.vgamem_mb", "pc-dimm", "machine-vmport-opt",
        "pci-serial", "ioh3420", "x3130-upstream", "xio3130-downstream", "rtl8139", "e1000", "virtio-net",
        "virtio-gpu", "virtio-gpu.virgl", "virtio-keyboard", "virtio-mouse", "virtio-tablet", "virtio-input-host",
        "ich9-disable-s3", "ich9-disable-s4", "virtio-balloon-pci.deflate-on-oom", "mptsas1068", "spice-gl",
        "qxl.vram64_size_mb", "pxb", "pxb-pcie", "intel-iommu", "query-hotpluggable-cpus", "virtio-vga",
        "ivshmem-plain", "ivshmem-doorbell", "vhost-scsi", "query-cpu-model-expansion", "spice-rendernode", "nvdimm",
        "pcie-root-port", "query-cpu-definitions", "cpu-cache", "qemu-xhci", "intel-iommu.intremap",
        "intel-iommu.caching-mode", "intel-iommu.eim", "intel-iommu.device-iotlb", "chardev-reconnect", "vmcoreinfo",
        "isa-serial", "pcie-pci-bridge", "nbd-tls", "tpm-crb", "pr-manager-helper", "screendump_device", "hda-output",
        "vmgenid", "vhost-vsock", "tpm-emulator", "mch", "mch.extended-tseg-mbytes", "sev-guest", "egl-headless",
        "vfio-pci.display", "memory-backend-memfd", "memory-backend-memfd.hugetlb", "iothread.poll-max-ns",
        "egl-headless.rendernode", "memory-backend-file.pmem", "nvdimm.unarmed", "virtio-pci-non-transitional",
        "nbd-bitmap", "x86-max-cpu", "cpu-unavailable-features", "canonical-cpu-features", "bochs-display",
        "migration-file-drop-cache", "dbus-vmstate", "vhost-user-gpu", "vhost-user-vga", "incremental-backup",
        "query-cpu-model-baseline", "query-cpu-model-comparison", "ramfb", "drive-nvme", "smp-dies", "i8042",
        "rng-builtin", "cpu.kvm-no-adjvtime", "vhost-user-fs", "query-named-block-nodes.flat",
        "blockdev-snapshot.allow-write-only-overlay", "blockdev-reopen", "fsdev.multidevs", "pcie-root-port.hotplug",
        "aio.io_uring", "tcg", "virtio-blk-pci.scsi.default.disabled", "pvscsi", "cpu.migratable",
        "intel-iommu.aw-bits", "numa.hmat", "usb-host.hostdevice", "virtio-balloon.free-page-reporting",
        "block-export-add", "netdev.vhost-vdpa", "ncr53c90", "dc390", "am53c974", "virtio-pmem-pci",
        "vhost-user-fs.bootindex", "vhost-user-blk", "cpu-max",
        "memory-backend-file.x-use-canonical-path-for-ramblock-id", "migration-param.block-bitmap-mapping",
        "vnc-power-control", "object.qapified", "rotation-rate", "compat-deprecated", "acpi-index", "input-linux",
        "virtio-gpu-gl-pci", "virtio-vga-gl", "confidential-guest-support", "set-action", "virtio-blk.queue-size",
        "virtio-mem-pci", "memory-backend-file.reserve", "piix4.acpi-root-pci-hotplug", "netdev.json", "chardev.json",
        "query-dirty-rate", "rbd-encryption", "sev-guest-kernel-hashes", "sev-inject-launch-secret",
        "device.json+hotplug", "virtio-mem-pci.prealloc", "calc-dirty-rate", "dirtyrate-param.mode",
        "blockdev.nbd.tls-hostname", "memory-backend-file.prealloc-threads", "virtio-iommu-pci",
        "virtio-iommu.boot-bypass", "virtio-net.rss", "chardev.qemu-vdagent", "display-dbus",
        "iothread.thread-pool-max", "usb-host.guest-resets-all", "migration.blocked-reasons", "query-stats",
        "query-stats-schemas", "sgx-epc", "thread-context", "screenshot-format-png", "machine-hpet", "netdev.stream",
    ];

    private static readonly Dictionary<string, QemuCapability> Numbers = Index();

    /// <summary>How many capabilities there are.</summary>
    public static int Count => Names.Length;

    /// <summary>Gives the name of a capability.</summary>
    public static string NameOf(QemuCapability capability) => Names[(int)capability];

    /// <summary>Finds a capability by its name; false where it is none of ours.</summary>
    public static bool TryParse(string name, out QemuCapability capability) =>
        Numbers.TryGetValue(name, out capability);

    private static Dictionary<string, QemuCapability> Index()
    {
        var index = new Dictionary<string, QemuCapability>(Names.Length, StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++) index[Names[i]] = (QemuCapability)i;
        return index;
    }
}
