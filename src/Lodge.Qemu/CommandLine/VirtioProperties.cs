using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>
/// The part that all virtio devices share: the driver's name for the bus it is on, and the common switches.
/// </summary>
internal static class VirtioProperties
{
    /// <summary>Starts a virtio device.</summary>
    /// <param name="baseName">The driver without its bus: <c>virtio-net</c>.</param>
    /// <param name="device">The device, for its address.</param>
    /// <param name="model">Libvirt's word for the model, which may ask for (non-)transitional hardware.</param>
    /// <param name="options">The common switches, or null.</param>
    /// <param name="scope">The guest.</param>
    public static QemuProperties Start(
        string baseName, Device device, string? model, VirtioOptions? options, GuestScope scope) =>
        QemuProperties.Device(Driver(baseName, device, model, scope)).AddVirtioOptions(options);

    /// <summary>Adds the common switches.</summary>
    public static QemuProperties AddVirtioOptions(this QemuProperties properties, VirtioOptions? options) =>
        options is null
            ? properties
            : properties
                .Add("iommu_platform", options.Iommu)
                .Add("ats", options.Ats)
                .Add("packed", options.Packed)
                .Add("page-per-vq", options.PagePerVirtqueue);

    private static string Driver(string baseName, Device device, string? model, GuestScope scope)
    {
        var name = baseName + device.Address?.Type switch
        {
            AddressType.Pci => "-pci",
            AddressType.VirtioMmio => "-device",
            AddressType.Ccw => "-ccw",
            { } other => throw ConfigurationError.Internal(
                $"Unexpected address type for '{baseName}': {other.ToXml()}"),
            null => throw ConfigurationError.Internal($"The device '{device.Alias}' ({baseName}) has no address"),
        };
        if (model is null || !scope.Capabilities.Has(QemuCapability.VirtioPciTransitional)) return name;
        if (model.EndsWith("-non-transitional", StringComparison.Ordinal)) return name + "-non-transitional";
        return model.EndsWith("-transitional", StringComparison.Ordinal) ? name + "-transitional" : name;
    }
}
