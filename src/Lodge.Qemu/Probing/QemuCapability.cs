namespace Lodge.Qemu.Probing;

/// <summary>What a QEMU binary can do, as far as a guest or a command of ours depends on it.</summary>
/// <remarks>
/// Source: libvirt's <c>virQEMUCapsFlags</c>, of which these are the ones of x86. The names are libvirt's without
/// <c>QEMU_CAPS_</c>; <see cref="QemuCapabilityNames"/> has the names of its files.
/// </remarks>
public enum QemuCapability
{
    /// <summary>KVM can be used by this QEMU here.</summary>
    Kvm,
    /// <summary>The interface has <c>query-display-options/ret-type/+sdl</c>.</summary>
    Sdl,
    /// <summary>The option <c>-no-hpet</c> exists and is the way to take the HPET away.</summary>
    NoHpet,
    /// <summary>The option <c>-spice</c> exists.</summary>
    Spice,
    /// <summary>The type <c>hda-duplex</c> exists.</summary>
    HdaDuplex,
    /// <summary>The type <c>ccid-card-emulated</c> exists.</summary>
    CcidEmulated,
    /// <summary>The type <c>ccid-card-passthru</c> exists.</summary>
    CcidPassthru,
    /// <summary>The type <c>piix3-usb-uhci</c> exists.</summary>
    Piix3UsbUhci,
    /// <summary>The type <c>piix4-usb-uhci</c> exists.</summary>
    Piix4UsbUhci,
    /// <summary>The type <c>usb-ehci</c> exists.</summary>
    UsbEhci,
    /// <summary>The type <c>ich9-usb-ehci1</c> exists.</summary>
    Ich9UsbEhci1,
    /// <summary>The type <c>vt82c686b-usb-uhci</c> exists.</summary>
    Vt82c686bUsbUhci,
    /// <summary>The type <c>pci-ohci</c> exists.</summary>
    PciOhci,
    /// <summary>The type <c>usb-redir</c> exists.</summary>
    UsbRedir,
    /// <summary>The type <c>usb-hub</c> exists.</summary>
    UsbHub,
    /// <summary>The type <c>ich9-ahci</c> exists.</summary>
    Ich9Ahci,
    /// <summary>The option <c>-no-acpi</c> exists.</summary>
    NoAcpi,
    /// <summary><c>virtio-blk-pci</c> has the property <c>scsi</c>.</summary>
    VirtioBlkScsi,
    /// <summary><c>scsi-hd</c> has the property <c>channel</c>.</summary>
    ScsiDiskChannel,
    /// <summary>The type <c>scsi-block</c> exists.</summary>
    ScsiBlock,
    /// <summary>The type <c>hda-micro</c> exists.</summary>
    HdaMicro,
    /// <summary>The type <c>nec-usb-xhci</c> exists.</summary>
    NecUsbXhci,
    /// <summary>The type <c>lsi53c895a</c> exists.</summary>
    ScsiLsi,
    /// <summary>The type <c>virtio-scsi-pci</c> exists.</summary>
    VirtioScsi,
    /// <summary><c>PIIX4_PM</c> has the property <c>disable_s3</c>.</summary>
    PiixDisableS3,
    /// <summary><c>PIIX4_PM</c> has the property <c>disable_s4</c>.</summary>
    PiixDisableS4,
    /// <summary><c>usb-redir</c> has the property <c>filter</c>.</summary>
    UsbRedirFilter,
    /// <summary><c>ide-hd</c> has the property <c>wwn</c>.</summary>
    IdeDriveWwn,
    /// <summary><c>scsi-hd</c> has the property <c>wwn</c>.</summary>
    ScsiDiskWwn,
    /// <summary>The option <c>-sandbox</c> exists.</summary>
    SeccompSandbox,
    /// <summary>The command <c>query-vnc</c> exists.</summary>
    Vnc,
    /// <summary>The type <c>qxl</c> exists.</summary>
    DeviceQxl,
    /// <summary>The type <c>VGA</c> exists.</summary>
    DeviceVga,
    /// <summary>The type <c>cirrus-vga</c> exists.</summary>
    DeviceCirrusVga,
    /// <summary>The type <c>vmware-svga</c> exists.</summary>
    DeviceVmwareSvga,
    /// <summary>The type <c>usb-serial</c> exists.</summary>
    DeviceUsbSerial,
    /// <summary>The type <c>virtio-rng-pci</c> exists.</summary>
    DeviceVirtioRng,
    /// <summary>The type <c>rng-random</c> exists.</summary>
    ObjectRngRandom,
    /// <summary>The type <c>rng-egd</c> exists.</summary>
    ObjectRngEgd,
    /// <summary>The type <c>megasas</c> exists.</summary>
    ScsiMegasas,
    /// <summary>The TPM backend <c>passthrough</c> exists.</summary>
    DeviceTpmPassthrough,
    /// <summary>The TPM model <c>tpm-tis</c> exists.</summary>
    DeviceTpmTis,
    /// <summary>The type <c>pci-bridge</c> exists.</summary>
    DevicePciBridge,
    /// <summary>The type <c>vfio-pci</c> exists.</summary>
    DeviceVfioPci,
    /// <summary>The type <c>i82801b11-bridge</c> exists.</summary>
    DeviceDmiToPciBridge,
    /// <summary>The type <c>usb-storage</c> exists.</summary>
    DeviceUsbStorage,
    /// <summary><c>usb-storage</c> has the property <c>removable</c>.</summary>
    UsbStorageRemovable,
    /// <summary>The type <c>virtio-mmio</c> exists.</summary>
    DeviceVirtioMmio,
    /// <summary>The type <c>ich9-intel-hda</c> exists.</summary>
    DeviceIch9IntelHda,
    /// <summary><c>kvm-pit</c> has the property <c>lost_tick_policy</c>.</summary>
    KvmPitTickPolicy,
    /// <summary>The type <c>pvpanic</c> exists.</summary>
    DevicePanic,
    /// <summary>The option <c>-enable-fips</c> exists.</summary>
    EnableFips,
    /// <summary>The type <c>usb-kbd</c> exists.</summary>
    DeviceUsbKbd,
    /// <summary>The type <c>usb-audio</c> exists.</summary>
    ObjectUsbAudio,
    /// <summary>The command <c>rtc-reset-reinjection</c> exists.</summary>
    RtcResetReinjection,
    /// <summary>The type <c>iothread</c> exists.</summary>
    ObjectIothread,
    /// <summary>The migration capability <c>rdma-pin-all</c> exists.</summary>
    MigrateRdma,
    /// <summary>The type <c>ivshmem</c> exists.</summary>
    DeviceIvshmem,
    /// <summary><c>VGA</c> has the property <c>vgamem_mb</c>.</summary>
    VgaVgamem,
    /// <summary><c>vmware-svga</c> has the property <c>vgamem_mb</c>.</summary>
    VmwareSvgaVgamem,
    /// <summary><c>qxl</c> has the property <c>vgamem_mb</c>.</summary>
    QxlVgamem,
    /// <summary>The type <c>pc-dimm</c> exists.</summary>
    DevicePcDimm,
    /// <summary>The type <c>vmport</c> exists.</summary>
    MachineVmportOpt,
    /// <summary>The type <c>pci-serial</c> exists.</summary>
    DevicePciSerial,
    /// <summary>The type <c>ioh3420</c> exists.</summary>
    DeviceIoh3420,
    /// <summary>The type <c>x3130-upstream</c> exists.</summary>
    DeviceX3130Upstream,
    /// <summary>The type <c>xio3130-downstream</c> exists.</summary>
    DeviceXio3130Downstream,
    /// <summary>The type <c>rtl8139</c> exists.</summary>
    DeviceRtl8139,
    /// <summary>The type <c>e1000</c> exists.</summary>
    DeviceE1000,
    /// <summary>The type <c>virtio-net-pci</c> exists.</summary>
    DeviceVirtioNet,
    /// <summary>The type <c>virtio-gpu-pci</c> exists.</summary>
    DeviceVirtioGpu,
    /// <summary><c>virtio-gpu-pci</c> has the property <c>virgl</c>.</summary>
    VirtioGpuVirgl,
    /// <summary>The type <c>virtio-keyboard-device</c> exists.</summary>
    VirtioKeyboard,
    /// <summary>The type <c>virtio-mouse-device</c> exists.</summary>
    VirtioMouse,
    /// <summary>The type <c>virtio-tablet-device</c> exists.</summary>
    VirtioTablet,
    /// <summary>The type <c>virtio-input-host-device</c> exists.</summary>
    VirtioInputHost,
    /// <summary><c>ICH9-LPC</c> has the property <c>disable_s3</c>.</summary>
    Ich9DisableS3,
    /// <summary><c>ICH9-LPC</c> has the property <c>disable_s4</c>.</summary>
    Ich9DisableS4,
    /// <summary><c>virtio-balloon-pci</c> has the property <c>deflate-on-oom</c>.</summary>
    VirtioBalloonAutodeflate,
    /// <summary>The type <c>mptsas1068</c> exists.</summary>
    ScsiMptsas1068,
    /// <summary>The option <c>-spice</c> has the parameter <c>gl</c>.</summary>
    SpiceGl,
    /// <summary><c>qxl</c> has the property <c>vram64_size_mb</c>.</summary>
    QxlVram64,
    /// <summary>The type <c>pxb</c> exists.</summary>
    DevicePxb,
    /// <summary>The type <c>pxb-pcie</c> exists.</summary>
    DevicePxbPcie,
    /// <summary>The type <c>intel-iommu</c> exists.</summary>
    DeviceIntelIommu,
    /// <summary>The command <c>query-hotpluggable-cpus</c> exists.</summary>
    QueryHotpluggableCpus,
    /// <summary>The type <c>virtio-vga</c> exists.</summary>
    DeviceVirtioVga,
    /// <summary>The type <c>ivshmem-plain</c> exists.</summary>
    DeviceIvshmemPlain,
    /// <summary>The type <c>ivshmem-doorbell</c> exists.</summary>
    DeviceIvshmemDoorbell,
    /// <summary>The type <c>vhost-scsi</c> exists.</summary>
    DeviceVhostScsi,
    /// <summary>The command <c>query-cpu-model-expansion</c> exists.</summary>
    QueryCpuModelExpansion,
    /// <summary>The option <c>-spice</c> has the parameter <c>rendernode</c>.</summary>
    SpiceRendernode,
    /// <summary>The type <c>nvdimm</c> exists.</summary>
    DeviceNvdimm,
    /// <summary>The type <c>pcie-root-port</c> exists.</summary>
    DevicePcieRootPort,
    /// <summary>The command <c>query-cpu-definitions</c> exists.</summary>
    QueryCpuDefinitions,
    /// <summary>A CPU model has the properties <c>l3-cache</c> and <c>host-cache-info</c>.</summary>
    CpuCache,
    /// <summary>The type <c>qemu-xhci</c> exists.</summary>
    DeviceQemuXhci,
    /// <summary><c>intel-iommu</c> has the property <c>intremap</c>.</summary>
    IntelIommuIntremap,
    /// <summary><c>intel-iommu</c> has the property <c>caching-mode</c>.</summary>
    IntelIommuCachingMode,
    /// <summary><c>intel-iommu</c> has the property <c>eim</c>.</summary>
    IntelIommuEim,
    /// <summary><c>intel-iommu</c> has the property <c>device-iotlb</c>.</summary>
    IntelIommuDeviceIotlb,
    /// <summary>The interface has <c>chardev-add/arg-type/backend/+socket/data/reconnect</c>.</summary>
    ChardevReconnect,
    /// <summary>The type <c>vmcoreinfo</c> exists.</summary>
    DeviceVmcoreinfo,
    /// <summary>The type <c>isa-serial</c> exists.</summary>
    DeviceIsaSerial,
    /// <summary>The type <c>pcie-pci-bridge</c> exists.</summary>
    DevicePciePciBridge,
    /// <summary>The interface has <c>nbd-server-start/arg-type/tls-creds</c>.</summary>
    NbdTls,
    /// <summary>The TPM model <c>tpm-crb</c> exists.</summary>
    DeviceTpmCrb,
    /// <summary>The type <c>pr-manager-helper</c> exists.</summary>
    PrManagerHelper,
    /// <summary>The interface has <c>screendump/arg-type/device</c>.</summary>
    ScreendumpDevice,
    /// <summary>The type <c>hda-output</c> exists.</summary>
    HdaOutput,
    /// <summary>The type <c>vmgenid</c> exists.</summary>
    DeviceVmgenid,
    /// <summary>The type <c>vhost-vsock-device</c> exists.</summary>
    DeviceVhostVsock,
    /// <summary>The TPM backend <c>emulator</c> exists.</summary>
    DeviceTpmEmulator,
    /// <summary>The type <c>mch</c> exists.</summary>
    DeviceMch,
    /// <summary><c>mch</c> has the property <c>extended-tseg-mbytes</c>.</summary>
    MchExtendedTsegMbytes,
    /// <summary>The type <c>sev-guest</c> exists.</summary>
    SevGuest,
    /// <summary>The interface has <c>query-display-options/ret-type/+egl-headless</c>.</summary>
    EglHeadless,
    /// <summary><c>vfio-pci</c> has the property <c>display</c>.</summary>
    VfioPciDisplay,
    /// <summary>The type <c>memory-backend-memfd</c> exists.</summary>
    ObjectMemoryMemfd,
    /// <summary><c>memory-backend-memfd</c> has the property <c>hugetlb</c>.</summary>
    ObjectMemoryMemfdHugetlb,
    /// <summary>The interface has <c>query-iothreads/ret-type/poll-max-ns</c>.</summary>
    IothreadPolling,
    /// <summary>The interface has <c>query-display-options/ret-type/+egl-headless/rendernode</c>.</summary>
    EglHeadlessRendernode,
    /// <summary><c>memory-backend-file</c> has the property <c>pmem</c>.</summary>
    ObjectMemoryFilePmem,
    /// <summary><c>nvdimm</c> has the property <c>unarmed</c>.</summary>
    DeviceNvdimmUnarmed,
    /// <summary>The type <c>virtio-blk-pci-transitional</c> exists.</summary>
    VirtioPciTransitional,
    /// <summary>The interface has <c>nbd-server-add/arg-type/bitmap</c>.</summary>
    NbdBitmap,
    /// <summary>The type <c>max-x86_64-cpu</c> exists.</summary>
    X86MaxCpu,
    /// <summary><c>max-x86_64-cpu</c> has the property <c>unavailable-features</c>.</summary>
    CpuUnavailableFeatures,
    /// <summary>CPU features have the names QEMU prints.</summary>
    CanonicalCpuFeatures,
    /// <summary>The type <c>bochs-display</c> exists.</summary>
    DeviceBochsDisplay,
    /// <summary>The interface has <c>blockdev-add/arg-type/+file/drop-cache</c>.</summary>
    MigrationFileDropCache,
    /// <summary>The type <c>dbus-vmstate</c> exists.</summary>
    DbusVmstate,
    /// <summary>The type <c>vhost-user-gpu</c> exists.</summary>
    DeviceVhostUserGpu,
    /// <summary>The type <c>vhost-user-vga</c> exists.</summary>
    DeviceVhostUserVga,
    /// <summary>Incremental backups work.</summary>
    IncrementalBackup,
    /// <summary>The command <c>query-cpu-model-baseline</c> exists.</summary>
    QueryCpuModelBaseline,
    /// <summary>The command <c>query-cpu-model-comparison</c> exists.</summary>
    QueryCpuModelComparison,
    /// <summary>The type <c>ramfb</c> exists.</summary>
    DeviceRamfb,
    /// <summary>The interface has <c>blockdev-add/arg-type/+nvme</c>.</summary>
    DriveNvme,
    /// <summary>The interface has <c>query-hotpluggable-cpus/ret-type/props/die-id</c>.</summary>
    SmpDies,
    /// <summary>The type <c>i8042</c> exists.</summary>
    DeviceI8042,
    /// <summary>The type <c>rng-builtin</c> exists.</summary>
    ObjectRngBuiltin,
    /// <summary><c>max-x86_64-cpu</c> has the property <c>kvm-no-adjvtime</c>.</summary>
    CpuKvmNoAdjvtime,
    /// <summary>The type <c>vhost-user-fs-device</c> exists.</summary>
    DeviceVhostUserFs,
    /// <summary>The interface has <c>query-named-block-nodes/arg-type/flat</c>.</summary>
    QmpQueryNamedBlockNodesFlat,
    /// <summary>The interface has <c>blockdev-snapshot/$allow-write-only-overlay</c>.</summary>
    BlockdevSnapshotAllowWriteOnly,
    /// <summary>The command <c>blockdev-reopen</c> exists.</summary>
    BlockdevReopen,
    /// <summary>The option <c>-fsdev</c> has the parameter <c>multidevs</c>.</summary>
    FsdevMultidevs,
    /// <summary><c>pcie-root-port</c> has the property <c>hotplug</c>.</summary>
    PcieRootPortHotplug,
    /// <summary>The interface has <c>blockdev-add/arg-type/+file/aio/^io_uring</c>.</summary>
    AioIoUring,
    /// <summary>The type <c>tcg-accel</c> exists.</summary>
    Tcg,
    /// <summary>The property <c>scsi</c> of <c>virtio-blk-pci</c> is off by default.</summary>
    VirtioBlkScsiDefaultDisabled,
    /// <summary>The type <c>pvscsi</c> exists.</summary>
    ScsiPvscsi,
    /// <summary><c>max-x86_64-cpu</c> has the property <c>migratable</c>.</summary>
    CpuMigratable,
    /// <summary><c>intel-iommu</c> has the property <c>aw-bits</c>.</summary>
    IntelIommuAwBits,
    /// <summary>The interface has <c>set-numa-node/arg-type/+hmat-lb</c>.</summary>
    NumaHmat,
    /// <summary><c>usb-host</c> has the property <c>hostdevice</c>.</summary>
    UsbHostHostdevice,
    /// <summary><c>virtio-balloon-pci</c> has the property <c>free-page-reporting</c>.</summary>
    VirtioBalloonFreePageReporting,
    /// <summary>The command <c>block-export-add</c> exists.</summary>
    BlockExportAdd,
    /// <summary>The interface has <c>netdev_add/arg-type/+vhost-vdpa</c>.</summary>
    NetdevVhostVdpa,
    /// <summary>The built-in controller <c>esp</c> exists.</summary>
    ScsiNcr53c90,
    /// <summary>The type <c>dc390</c> exists.</summary>
    ScsiDc390,
    /// <summary>The type <c>am53c974</c> exists.</summary>
    ScsiAm53c974,
    /// <summary>The type <c>virtio-pmem-pci</c> exists.</summary>
    DeviceVirtioPmemPci,
    /// <summary><c>vhost-user-fs-device</c> has the property <c>bootindex</c>.</summary>
    VhostUserFsBootindex,
    /// <summary>The type <c>vhost-user-blk</c> exists.</summary>
    DeviceVhostUserBlk,
    /// <summary>The CPU model <c>max</c> exists.</summary>
    CpuMax,
    /// <summary><c>memory-backend-file</c> has the property <c>x-use-canonical-path-for-ramblock-id</c>.</summary>
    XUseCanonicalPathForRamblockId,
    /// <summary>
    /// The interface has <c>migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform</c>.
    /// </summary>
    MigrationParamBlockBitmapMapping,
    /// <summary>The option <c>-vnc</c> has the parameter <c>power-control</c>.</summary>
    VncPowerControl,
    /// <summary>The interface has <c>object-add/arg-type/qom-type/^secret</c>.</summary>
    ObjectJson,
    /// <summary><c>scsi-hd</c> has the property <c>rotation_rate</c>.</summary>
    RotationRate,
    /// <summary>The option <c>-compat</c> exists.</summary>
    CompatDeprecated,
    /// <summary><c>virtio-blk-pci</c> has the property <c>acpi-index</c>.</summary>
    AcpiIndex,
    /// <summary>The type <c>input-linux</c> exists.</summary>
    InputLinux,
    /// <summary>The type <c>virtio-gpu-gl-pci</c> exists.</summary>
    VirtioGpuGlPci,
    /// <summary>The type <c>virtio-vga-gl</c> exists.</summary>
    VirtioVgaGl,
    /// <summary><c>none-machine</c> has the property <c>confidential-guest-support</c>.</summary>
    MachineConfidentalGuestSupport,
    /// <summary>The command <c>set-action</c> exists.</summary>
    SetAction,
    /// <summary><c>virtio-blk-pci</c> has the property <c>queue-size</c>.</summary>
    VirtioBlkQueueSize,
    /// <summary>The type <c>virtio-mem-pci</c> exists.</summary>
    DeviceVirtioMemPci,
    /// <summary><c>memory-backend-file</c> has the property <c>reserve</c>.</summary>
    MemoryBackendReserve,
    /// <summary><c>PIIX4_PM</c> has the property <c>acpi-root-pci-hotplug</c>.</summary>
    Piix4AcpiRootPciHotplug,
    /// <summary>The interface has <c>netdev_add/arg-type/type/^dgram</c>.</summary>
    NetdevJson,
    /// <summary>The option <c>-chardev</c> takes JSON.</summary>
    ChardevJson,
    /// <summary>The command <c>query-dirty-rate</c> exists.</summary>
    QueryDirtyRate,
    /// <summary>The interface has <c>blockdev-add/arg-type/+rbd/encrypt</c>.</summary>
    RbdEncryption,
    /// <summary>The interface has <c>object-add/arg-type/+sev-guest/kernel-hashes</c>.</summary>
    SevGuestKernelHashes,
    /// <summary>The command <c>sev-inject-launch-secret</c> exists.</summary>
    SevInjectLaunchSecret,
    /// <summary>The interface has <c>device_add/$json-cli-hotplug</c>.</summary>
    DeviceJson,
    /// <summary><c>virtio-mem-pci</c> has the property <c>prealloc</c>.</summary>
    DeviceVirtioMemPciPrealloc,
    /// <summary>The command <c>calc-dirty-rate</c> exists.</summary>
    CalcDirtyRate,
    /// <summary>The interface has <c>calc-dirty-rate/arg-type/mode</c>.</summary>
    DirtyrateMode,
    /// <summary>The interface has <c>blockdev-add/arg-type/+nbd/tls-hostname</c>.</summary>
    BlockdevNbdTlsHostname,
    /// <summary><c>memory-backend-file</c> has the property <c>prealloc-threads</c>.</summary>
    MemoryBackendPreallocThreads,
    /// <summary>The type <c>virtio-iommu-pci</c> exists.</summary>
    DeviceVirtioIommuPci,
    /// <summary><c>virtio-iommu-pci</c> has the property <c>boot-bypass</c>.</summary>
    VirtioIommuBootBypass,
    /// <summary><c>virtio-net-pci</c> has the property <c>rss</c>.</summary>
    VirtioNetRss,
    /// <summary>The interface has <c>chardev-add/arg-type/backend/+qemu-vdagent</c>.</summary>
    ChardevQemuVdagent,
    /// <summary>The interface has <c>query-display-options/ret-type/+dbus</c>.</summary>
    DisplayDbus,
    /// <summary>The interface has <c>object-add/arg-type/+iothread/thread-pool-max</c>.</summary>
    IothreadThreadPoolMax,
    /// <summary><c>usb-host</c> has the property <c>guest-resets-all</c>.</summary>
    UsbHostGuestsResetsAll,
    /// <summary>The interface has <c>query-migrate/ret-type/blocked-reasons</c>.</summary>
    MigrationBlockedReasons,
    /// <summary>The command <c>query-stats</c> exists.</summary>
    QueryStats,
    /// <summary>The command <c>query-stats-schemas</c> exists.</summary>
    QueryStatsSchemas,
    /// <summary>The type <c>sgx-epc</c> exists.</summary>
    SgxEpc,
    /// <summary>The type <c>thread-context</c> exists.</summary>
    ThreadContext,
    /// <summary>The interface has <c>screendump/arg-type/format/^png</c>.</summary>
    ScreenshotFormatPng,
    /// <summary>The option <c>-machine</c> has the parameter <c>hpet</c>.</summary>
    MachineHpet,
    /// <summary>The interface has <c>netdev_add/arg-type/+stream</c>.</summary>
    NetdevStream,
}
