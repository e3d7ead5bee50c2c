using Lodge.Model.Capabilities;
using Lodge.Qemu.Firmware;
using Lodge.Qemu.Processors;
using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing;

/// <summary>Says what guests of a binary can have, from what the binary answered.</summary>
internal sealed class DomainCapabilitiesBuilder(
    QemuCapabilities qemu, QemuMachine machine, string architecture, bool isKvm)
{
    // What libvirt offers where no descriptor of a firmware fits.
    private static readonly string[] KnownFirmware =
        ["/usr/share/OVMF/OVMF_CODE.fd", "/usr/share/OVMF/OVMF_CODE.secboot.fd"];

    private static readonly string[] UsbControllers =
        ["piix3-usb-uhci", "piix4-usb-uhci", "usb-ehci", "ich9-usb-ehci1", "pci-ohci", "nec-usb-xhci", "qemu-xhci"];

    public required CpuNames? CpuNames { get; init; }

    public required IReadOnlyList<FirmwareDescriptor> Firmware { get; init; }

    /// <summary>Whether swtpm is installed.</summary>
    public required bool HasSwtpm { get; init; }

    /// <summary>Whether devices of the host can be handed to guests.</summary>
    public required bool HasVfio { get; init; }

    public DomainCapabilities Build()
    {
        var fitting = Firmware.Where(firmware => firmware.Fits(architecture, machine.Name)).ToArray();
        return new DomainCapabilities
        {
            Emulator = qemu.Binary,
            DomainType = isKvm ? "kvm" : "qemu",
            Machine = machine.Name,
            Architecture = architecture,
            MaxVcpus = machine.MaxCpus,
            HasIoThreads = qemu.Has(ObjectIothread),
            Os = new("os", true, new CapabilitiesChoice("firmware", Interfaces(fitting))),
            Loader = Loader(fitting),
            Cpu = Cpu(),
            MemoryBacking = new(
                "memoryBacking",
                true,
                new CapabilitiesChoice(
                    "sourceType", [.. Always("file", "anonymous"), .. If(ObjectMemoryMemfd, "memfd")])),
            Devices = [Disk(), Graphics(), Video(), Hostdev(), Rng(), Filesystem(), Tpm(), Redirdev(), Channel()],
            Features = Features(),
        };
    }

    private static string[] Interfaces(FirmwareDescriptor[] fitting) =>
    [
        .. fitting.Any(firmware => firmware.Speaks("bios")) ? Always("bios") : [],
        .. fitting.Any(firmware => firmware.Speaks("uefi")) ? Always("efi") : [],
    ];

    private static CapabilitiesSection Loader(FirmwareDescriptor[] fitting) =>
        new(
            "loader",
            true,
            new CapabilitiesChoice("type", "rom", "pflash"),
            new CapabilitiesChoice("readonly", "yes", "no"),
            new CapabilitiesChoice("secure", fitting.Any(IsSecure) ? ["yes", "no"] : ["no"]))
        {
            Values =
            [
                .. (fitting.Length > 0 ? fitting.Select(firmware => firmware.Path) : KnownFirmware)
                    .Distinct().Where(File.Exists),
            ],
        };

    private static bool IsSecure(FirmwareDescriptor firmware) =>
        firmware.Has("secure-boot") && firmware.Has("requires-smm");

    private DomainCapabilitiesCpu Cpu()
    {
        var accelerator = qemu.Accelerator(isKvm);
        var offered = accelerator?.CpuModels ?? [];
        return new DomainCapabilitiesCpu
        {
            HostPassthrough = isKvm ? [.. If(CpuMigratable, "on"), "off"] : null,
            Maximum = qemu.Has(CpuMax) ? ["on", "off"] : null,
            HostModel = HostModel(accelerator),
            Models =
            [
                .. offered.Where(model => model.Name != "host" && CpuNames?.Model(model.Name) is not null)
                    .Select(Describe),
            ],
        };
    }

    private DomainCapabilitiesHostModel? HostModel(QemuAccelerator? accelerator)
    {
        if (CpuNames is null || accelerator?.FullestCpu is not { } fullest) return null;
        var offered = accelerator.CpuModels.ToDictionary(
            model => model.Name, model => model.UnavailableFeatures ?? [], StringComparer.Ordinal);
        var found = new CpuDecoder(CpuNames)
            .DescribeGuest(QemuCpuBits.From(fullest, CpuNames, onlyMigratable: false), offered);
        return found is null
            ? null
            : new DomainCapabilitiesHostModel(
                found.Model, found.Vendor, [.. found.Features.Select(feature => (feature.Name, feature.IsPresent))]);
    }

    private DomainCapabilitiesCpuModel Describe(QemuCpuModel model) => new(
        model.Name,
        model.UnavailableFeatures is { } missing ? missing.Count == 0 : null,
        CpuNames?.Model(model.Name)?.Vendor ?? "unknown",
        model.IsDeprecated);

    private CapabilitiesSection Disk() => new(
        "disk",
        true,
        new CapabilitiesChoice("diskDevice", "disk", "cdrom", "floppy", "lun"),
        new CapabilitiesChoice(
            "bus",
            [
                .. machine.IsI440fx ? Always("ide") : [], .. Always("fdc", "scsi", "virtio"),
                .. If(DeviceUsbStorage, "usb"), .. If(Ich9Ahci, "sata"),
            ]),
        new CapabilitiesChoice("model", Virtio()));

    private CapabilitiesSection Graphics() => new(
        "graphics",
        true,
        new CapabilitiesChoice(
            "type",
            [
                .. If(Sdl, "sdl"), .. If(Vnc, "vnc"), .. If(Spice, "spice"), .. If(EglHeadless, "egl-headless"),
                .. If(DisplayDbus, "dbus"),
            ]));

    private CapabilitiesSection Video() => new(
        "video",
        true,
        new CapabilitiesChoice(
            "modelType",
            [
                .. If(DeviceVga, "vga"), .. If(DeviceCirrusVga, "cirrus"), .. If(DeviceVmwareSvga, "vmvga"),
                .. If(DeviceQxl, "qxl"), .. If(DeviceVirtioGpu, "virtio"), .. Always("none"),
                .. If(DeviceBochsDisplay, "bochs"), .. If(DeviceRamfb, "ramfb"),
            ]));

    private CapabilitiesSection Hostdev() => new(
        "hostdev",
        true,
        new CapabilitiesChoice("mode", "subsystem"),
        new CapabilitiesChoice("startupPolicy", "default", "mandatory", "requisite", "optional"),
        new CapabilitiesChoice(
            "subsysType", [.. UsbControllers.Any(qemu.HasDevice) ? Always("usb") : [], .. Always("pci", "scsi")]),
        new CapabilitiesChoice("capsType"),
        new CapabilitiesChoice(
            "pciBackend", HasVfio && qemu.Has(DeviceVfioPci) ? Always("default", "vfio") : []));

    private CapabilitiesSection Rng() => new(
        "rng",
        true,
        new CapabilitiesChoice("model", qemu.Has(DeviceVirtioRng) ? Virtio() : []),
        new CapabilitiesChoice(
            "backendModel",
            [.. If(ObjectRngRandom, "random"), .. If(ObjectRngEgd, "egd"), .. If(ObjectRngBuiltin, "builtin")]));

    private CapabilitiesSection Filesystem() => new(
        "filesystem",
        true,
        new CapabilitiesChoice("driverType", [.. Always("path", "handle"), .. If(DeviceVhostUserFs, "virtiofs")]));

    private CapabilitiesSection Tpm()
    {
        string[] models = [.. If(DeviceTpmTis, "tpm-tis"), .. If(DeviceTpmCrb, "tpm-crb")];
        string[] backends =
        [
            .. If(DeviceTpmPassthrough, "passthrough"),
            .. HasSwtpm ? [.. If(DeviceTpmEmulator, "emulator"), .. If(DeviceTpmEmulator, "external")] : Always(),
        ];
        List<CapabilitiesChoice> choices = [new("model", models), new("backendModel", backends)];
        if (HasSwtpm) choices.Add(new CapabilitiesChoice("backendVersion", "1.2", "2.0"));
        return new CapabilitiesSection("tpm", models.Length > 0, choices);
    }

    private CapabilitiesSection Redirdev() =>
        new("redirdev", qemu.Has(UsbRedir), new CapabilitiesChoice("bus", "usb"));

    private CapabilitiesSection Channel() =>
        new("channel", true, new CapabilitiesChoice("type", [.. Always("pty", "unix"), .. If(Spice, "spicevmc")]));

    private CapabilitiesSection[] Features()
    {
        var hyperv = qemu.Accelerator(isKvm)?.HypervFeatures ?? [];
        return
        [
            new("gic", false),
            new("vmcoreinfo", qemu.Has(DeviceVmcoreinfo)),
            new("genid", qemu.Has(DeviceVmgenid)),
            new("backingStoreInput", true),
            new("backup", qemu.Has(IncrementalBackup)),
            new("sev", false),
            new("sgx", false),
            .. hyperv.Count > 0
                ? [new CapabilitiesSection("hyperv", true, new CapabilitiesChoice("features", hyperv))]
                : Array.Empty<CapabilitiesSection>(),
        ];
    }

    private string[] Virtio() => qemu.Has(VirtioPciTransitional)
        ? ["virtio", "virtio-transitional", "virtio-non-transitional"]
        : ["virtio"];

    private string[] If(QemuCapability capability, string value) => qemu.Has(capability) ? [value] : [];

    private static string[] Always(params string[] values) => values;
}
