using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Devices with few rules: sound, shared memory, balloon, watchdog, IOMMU, vsock.</summary>
internal static class OtherDeviceValidation
{
    /// <summary>The smallest context id of a guest.</summary>
    private const uint SmallestCid = 3;

    public static VirException? Find(Vsock vsock) =>
        vsock.GuestCid is > 0 and < SmallestCid ? DomainUnsupported($"guest CIDs must be >= {SmallestCid}")
        : vsock.Model == VsockModel.Default ? VirtioOptionValidation.FindAny(vsock.Virtio)
        : null;

    public static VirException? Find(Shmem shmem) => shmem.Name switch
    {
        var name when name.Contains('/', StringComparison.Ordinal) =>
            DomainUnsupported("shmem name cannot include '/' character"),
        "." or ".." => DomainUnsupported($"shmem name cannot be equal to '{shmem.Name}'"),
        _ => null,
    };

    public static VirException? Find(DomainDefinition domain, Audio audio) =>
        domain.Audios.Count(other => other.Id == audio.Id) > 1
            ? DomainXml($"audio ID {audio.Id} is used multiple times") : null;

    /// <summary>Whether the audio backend that a device names is there.</summary>
    public static VirException? FindAudio(DomainDefinition domain, uint id) =>
        id == 0 || domain.Audios.Exists(audio => audio.Id == id) ? null : DomainXml($"no audio device with ID {id}");

    public static VirException? Find(Iommu iommu) => iommu switch
    {
        { Model: not IommuModel.Intel } and ({ InterruptRemapping: not null } or { CachingMode: not null }
            or { ExtendedInterrupts: not null } or { DeviceTlb: not null } or { AddressWidth: not 0 }) =>
            DomainXml($"iommu model '{iommu.Model.ToXml()}' doesn't support additional attributes"),
        { Model: not IommuModel.Virtio, Address: not null } =>
            DomainXml($"iommu model '{iommu.Model.ToXml()}' can't have address"),
        _ => null,
    };

    public static VirException? FindQemu(DomainDefinition domain, Iommu iommu, IMachineFacts facts) =>
        iommu.Model switch
    {
        IommuModel.Intel when !domain.Os.IsQ35 =>
            Unsupported("IOMMU device: 'intel' is only supported with Q35 machines"),
        IommuModel.Intel when !facts.Has(QemuCapability.DeviceIntelIommu) => NoIommu("intel"),
        IommuModel.Smmuv3 => Unsupported("IOMMU device: 'smmuv3' is only supported with ARM Virt machines"),
        IommuModel.Virtio when !domain.Os.IsQ35 =>
            Unsupported("IOMMU device: 'virtio' is only supported with Q35 and ARM Virt machines"),
        IommuModel.Virtio when !facts.Has(QemuCapability.DeviceVirtioIommuPci)
            || !facts.Has(QemuCapability.VirtioIommuBootBypass) => NoIommu("virtio"),
        IommuModel.Virtio when !domain.Features.Acpi => Unsupported("IOMMU device: 'virtio' requires ACPI"),
        IommuModel.Virtio when iommu.Address is not (null or PciAddress) =>
            Unsupported("IOMMU device: 'virtio' needs a PCI address"),
        _ => null,
    };

    public static VirException? FindQemu(Watchdog watchdog) => watchdog switch
    {
        { Model: WatchdogModel.I6300esb, Address: not (null or PciAddress) } =>
            Unsupported("i6300esb model of watchdog can go only on PCI bus"),
        { Model: WatchdogModel.Ib700, Address: not null } =>
            Unsupported("ib700 model of watchdog does not support configuring the address"),
        { Model: WatchdogModel.Diag288, Address: not null } =>
            Unsupported("diag288 model of watchdog is virtual and cannot go on any bus."),
        { Model: WatchdogModel.Diag288 } =>
            Unsupported("diag288 model of watchdog is allowed for s390 and s390x only"),
        _ => null,
    };

    public static VirException? FindQemu(Memballoon balloon, IMachineFacts facts) => balloon switch
    {
        { Model: MemballoonModel.Xen } =>
            Unsupported("Memory balloon device type 'xen' is not supported by this version of qemu"),
        { Model: MemballoonModel.None } => null,
        { AutoDeflate: not null } when !facts.Has(QemuCapability.VirtioBalloonAutodeflate) =>
            Unsupported("deflate-on-oom is not supported by this QEMU binary"),
        { FreePageReporting: not null } when !facts.Has(QemuCapability.VirtioBalloonFreePageReporting) =>
            Unsupported("freePageReporting is not supported by this QEMU binary"),
        _ => null,
    };

    public static VirException? FindQemu(Shmem shmem, IMachineFacts facts) => shmem.Model switch
    {
        ShmemModel.Ivshmem when !facts.Has(QemuCapability.DeviceIvshmem) =>
            Unsupported("ivshmem device is not supported with this QEMU binary"),
        ShmemModel.IvshmemPlain when !facts.Has(QemuCapability.DeviceIvshmemPlain) => NoShmem(shmem.Model),
        ShmemModel.IvshmemDoorbell when !facts.Has(QemuCapability.DeviceIvshmemDoorbell) => NoShmem(shmem.Model),
        _ => null,
    };

    public static VirException? FindQemu(Sound sound) => sound.Model == SoundModel.Ich7
        ? Internal("sound card model 'ich7' is not supported by qemu") : null;

    public static VirException? FindQemu(DomainDefinition domain, Audio audio, IMachineFacts facts) => audio.Type switch
    {
        AudioType.Spice when !CharacterValidation.HasSpice(domain) =>
            Unsupported("Spice audio is not supported without spice graphics"),
        AudioType.Dbus when !facts.Has(QemuCapability.DisplayDbus) =>
            Unsupported("D-Bus audio is not supported with this QEMU"),
        _ => null,
    };

    private static VirException NoIommu(string model) =>
        Unsupported($"IOMMU device: '{model}' is not supported with this QEMU binary");

    private static VirException NoShmem(ShmemModel model) =>
        Unsupported($"shmem model '{model.ToXml()}' is not supported by this QEMU binary");
}
