using Lodge.Model.Domain;
using Lodge.Qemu.Launcher;

namespace Lodge.Qemu.Preparation;

/// <summary>How much memory a guest's QEMU may lock: all of the guest's where devices of the host reach it.</summary>
/// <remarks>Source: libvirt's <c>qemuDomainGetMemLockLimitBytes</c>.</remarks>
public static class LockedMemory
{
    private const ulong Kibi = 1024;

    // What QEMU itself maps for devices, in KiB.
    private const ulong Own = 1024 * 1024;

    /// <summary>The limit to start with; none where the host's own is as good.</summary>
    public static IReadOnlyList<ResourceLimit> LimitsOf(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return BytesOf(guest) is { } bytes ? [new ResourceLimit(LimitedResource.LockedMemory, bytes)] : [];
    }

    private static ulong? BytesOf(DomainDefinition guest)
    {
        if (guest.MemoryTune.HardLimit is { } hard) return hard * Kibi;
        if (guest.MemoryBacking.Locked) return ResourceLimit.Unlimited;
        var passed = (ulong)guest.Hostdevs.Count(device => device is
        {
            Mode: HostdevMode.Subsystem, Type: HostdevType.Mdev,
        } or { Mode: HostdevMode.Subsystem, Type: HostdevType.Pci })
            + (ulong)guest.Interfaces.Count(card => card.ActualType == InterfaceType.Hostdev);
        var vdpa = (ulong)guest.Interfaces.Count(card => card.ActualType == InterfaceType.Vdpa);
        if (passed + vdpa == 0) return null;

        // Each device maps the memory for itself where the guest has an IOMMU of its own; vDPA's always do.
        var maps = vdpa + (guest.Iommu is null ? Math.Min(passed, 1) : passed);
        return (maps * guest.Memory + Own) * Kibi;
    }
}
