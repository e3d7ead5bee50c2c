using Lodge.Host.Facts;
using Lodge.Host.Programs;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Errors;

namespace Lodge.Host.NodeDevices;

/// <summary>Which driver has a PCI function: the host's own, or the one that gives it to a guest.</summary>
/// <param name="files">The host's files.</param>
public sealed class PciBinding(HostFiles files)
{
    private const string GuestDriver = "vfio-pci";
    private const string Devices = "/sys/bus/pci/devices";
    private const string Drivers = "/sys/bus/pci/drivers";

    /// <summary>Whether this host can give PCI functions to guests: it has an IOMMU, and VFIO.</summary>
    public bool IsPassthroughPossible =>
        files.Names("/sys/kernel/iommu_groups").Count > 0 && files.Exists("/dev/vfio/vfio");

    /// <summary>Whether VFIO has a function.</summary>
    public bool IsDetached(PciAddress address) => DriverOf(address) == GuestDriver;

    /// <summary>Takes a function from the host's driver and gives it to VFIO.</summary>
    /// <exception cref="VirException">There is no such function, or the kernel refuses.</exception>
    public async Task DetachAsync(PciAddress address, CancellationToken cancellation = default)
    {
        CheckEndpoint(address);
        if (!files.Exists($"{Drivers}/{GuestDriver}"))
        {
            await LoadGuestDriverAsync(address, cancellation);
        }

        if (IsDetached(address)) return;
        Write($"{Devices}/{address}/driver_override", GuestDriver, address);
        try
        {
            Unbind(address);
            Write("/sys/bus/pci/drivers_probe", address.ToString(), address);
        }
        catch (VirException)
        {
            Restore(address);
            throw;
        }
    }

    /// <summary>Gives a function back to the host's own driver.</summary>
    /// <exception cref="VirException">There is no such function, or the kernel refuses.</exception>
    public void Reattach(PciAddress address)
    {
        CheckEndpoint(address);
        Write($"{Devices}/{address}/driver_override", "\n", address);
        if (IsDetached(address)) Unbind(address);
        Write("/sys/bus/pci/drivers_probe", address.ToString(), address);
    }

    /// <summary>
    /// Puts a function into the state it has after power-on; one that VFIO has is left to it, which does so itself.
    /// </summary>
    /// <exception cref="VirException">It is a bridge, or has no way to be reset.</exception>
    public void Reset(PciAddress address)
    {
        if (SysfsDevice.Read(files, $"{Devices}/{address}") is { } device
            && PciConfiguration.Read(device) is { Header: not 0 })
        {
            throw Refused(
                $"Invalid attempt to reset PCI device {address}. Only PCI endpoint devices can be reset");
        }

        if (IsDetached(address)) return;
        if (!files.Exists($"{Devices}/{address}/reset"))
        {
            throw Refused($"Unable to reset PCI device {address}: no FLR, PM reset or bus reset available");
        }

        Write($"{Devices}/{address}/reset", "1", address);
    }

    private static VirException Refused(string detail, Exception? cause = null) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, detail, cause);

    private string? DriverOf(PciAddress address) =>
        files.RealPath($"{Devices}/{address}/driver") is { } driver ? Path.GetFileName(driver) : null;

    private void CheckEndpoint(PciAddress address)
    {
        if (SysfsDevice.Read(files, $"{Devices}/{address}") is not { } device)
        {
            throw Refused(
                $"Device {address} not found: could not access {Devices}/{address}/config: No such file or directory");
        }

        if (PciConfiguration.Read(device) is { Header: not 0 })
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                VirErrorDomain.VIR_FROM_NONE,
                $"Non-endpoint PCI devices cannot be assigned to guests: '{address}' is a bridge");
        }
    }

    private static async Task LoadGuestDriverAsync(PciAddress address, CancellationToken cancellation)
    {
        var loaded = await HostProgram.RunAsync("modprobe", [GuestDriver], cancellation: cancellation);
        if (!loaded.IsSuccess)
        {
            throw Refused(
                $"Failed to load PCI driver module {GuestDriver} for device {address}: {loaded.Error.Trim()}");
        }
    }

    private void Unbind(PciAddress address)
    {
        if (DriverOf(address) is { } driver) Write($"{Drivers}/{driver}/unbind", address.ToString(), address);
    }

    private void Restore(PciAddress address)
    {
        try
        {
            Write($"{Devices}/{address}/driver_override", "\n", address);
            Write("/sys/bus/pci/drivers_probe", address.ToString(), address);
        }
        catch (VirException)
        {
            // The first refusal is the one that tells.
        }
    }

    private void Write(string path, string text, PciAddress address)
    {
        try
        {
            File.WriteAllText(files.PathOf(path), text);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Failed to write '{text.Trim()}' to {path} for PCI device {address}: {refused.Message}",
                refused);
        }
    }
}
