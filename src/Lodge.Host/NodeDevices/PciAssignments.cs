using Lodge.Host.Facts;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Errors;

namespace Lodge.Host.NodeDevices;

/// <summary>Which PCI functions guests have, and what becomes of each when its guest ends.</summary>
/// <param name="files">The host's files.</param>
/// <remarks>Source: libvirt's <c>virHostdevPreparePCIDevices</c>.</remarks>
public sealed class PciAssignments(HostFiles files)
{
    private const string Devices = "/sys/bus/pci/devices";

    private readonly PciBinding _binding = new(files);
    private readonly Dictionary<PciAddress, Assignment> _taken = [];

    /// <summary>Whether this host can give PCI functions to guests: it has an IOMMU, and VFIO.</summary>
    public bool IsPossible => _binding.IsPassthroughPossible;

    /// <summary>Takes a function for a guest; one that is managed is taken from the host's driver.</summary>
    /// <param name="address">Which.</param>
    /// <param name="guest">The guest's name.</param>
    /// <param name="isManaged">Whether the host's driver loses it now and gets it back later.</param>
    /// <param name="cancellation">Ends the wait for a driver that is loaded.</param>
    /// <exception cref="VirException">
    /// Another guest has it or one of its IOMMU group, or it is unmanaged and the host has it
    /// (<c>VIR_ERR_OPERATION_INVALID</c>); there is none, or the kernel refuses.
    /// </exception>
    public async Task TakeAsync(
        PciAddress address, string guest, bool isManaged, CancellationToken cancellation = default)
    {
        // The host's driver gets back what it had: what somebody detached by hand stays detached.
        var isReturned = isManaged && !_binding.IsDetached(address);
        lock (_taken)
        {
            CheckFree(address, guest);
            _taken[address] = new Assignment(guest, isReturned);
        }

        try
        {
            if (isManaged)
            {
                await _binding.DetachAsync(address, cancellation);
            }
            else if (!_binding.IsDetached(address))
            {
                throw Invalid($"Unmanaged PCI device {address} must be manually detached from the host");
            }
        }
        catch
        {
            lock (_taken) _taken.Remove(address);
            throw;
        }
    }

    /// <summary>Marks a function as taken by a guest that runs already.</summary>
    public void Keep(PciAddress address, string guest, bool isManaged)
    {
        lock (_taken) _taken[address] = new Assignment(guest, isManaged);
    }

    /// <summary>Gives a function back that a guest had; nothing where it has it no more.</summary>
    /// <exception cref="VirException">The kernel refuses to give it to the host's driver.</exception>
    public void GiveBack(PciAddress address, string guest)
    {
        Assignment? had;
        lock (_taken)
        {
            if (!_taken.TryGetValue(address, out had) || had.Guest != guest) return;
            _taken.Remove(address);
        }

        if (had.IsReturned) _binding.Reattach(address);
    }

    /// <summary>Refuses where a guest has the function.</summary>
    /// <exception cref="VirException">The guest is named (<c>VIR_ERR_OPERATION_INVALID</c>).</exception>
    public void RequireUnused(PciAddress address)
    {
        lock (_taken)
        {
            if (_taken.TryGetValue(address, out var taken)) throw InUse(address, taken);
        }
    }

    private static VirException InUse(PciAddress address, Assignment taken) =>
        Invalid($"PCI device {address} is in use by driver QEMU, domain {taken.Guest}");

    private static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_INVALID, VirErrorDomain.VIR_FROM_NONE, detail);

    private void CheckFree(PciAddress address, string guest)
    {
        if (_taken.TryGetValue(address, out var taken)) throw InUse(address, taken);

        // VFIO gives a group to one process as a whole.
        foreach (var name in files.Names($"{Devices}/{address}/iommu_group/devices"))
        {
            if (PciAddress.TryParse(name, out var peer)
                && _taken.TryGetValue(peer, out var other) && other.Guest != guest)
            {
                throw InUse(peer, other);
            }
        }
    }

    private sealed record Assignment(string Guest, bool IsReturned);
}
