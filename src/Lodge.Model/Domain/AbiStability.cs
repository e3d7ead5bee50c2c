using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>
/// Whether a guest that goes on with another definition sees the same machine
/// (<c>virDomainDefCheckABIStability</c>): identity, memory, processors, system, and each device's model and place.
/// </summary>
public static class AbiStability
{
    /// <summary>Compares what a guest has with what it is to go on with.</summary>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED naming the first difference that the guest would
    /// see.</exception>
    public static void Check(DomainDefinition source, DomainDefinition target)
    {
        Same("Target domain virt type {0} does not match source {1}", source.Type.ToXml(), target.Type.ToXml());
        Same("Target domain uuid {0} does not match source {1}", source.Uuid, target.Uuid);
        Same("Target domain name '{0}' does not match source '{1}'", source.Name, target.Name);
        Same("Target domain max memory {0} does not match source {1}", source.MaximumMemory, target.MaximumMemory);
        Same("Target domain memory slots count '{0}' doesn't match source '{1}'", source.MemorySlots,
            target.MemorySlots);
        Same("Target domain memory {0} does not match source {1}", source.InitialMemory, target.InitialMemory);
        Same("Target domain vCPU max {0} does not match source {1}", source.Vcpus.Maximum, target.Vcpus.Maximum);
        Same("Target domain OS type {0} does not match source {1}", source.Os.Type.ToXml(), target.Os.Type.ToXml());
        Same(
            "Target domain architecture {0} does not match source {1}", source.Os.Architecture, target.Os.Architecture);
        Same("Target domain machine type {0} does not match source {1}", source.Os.Machine, target.Os.Machine);
        Same("Target domain SMBIOS mode {0} does not match source {1}",
            source.Os.SmbiosMode.ToXml(), target.Os.SmbiosMode.ToXml());
        Count("disk", source.Disks, target.Disks);
        Count("controller", source.Controllers, target.Controllers);
        Count("net card", source.Interfaces, target.Interfaces);
        Count("input device", source.Inputs, target.Inputs);
        Count("sound card", source.Sounds, target.Sounds);
        Count("video card", source.Videos, target.Videos);
        Count("host device", source.Hostdevs, target.Hostdevs);
        Count("smartcard", source.Smartcards, target.Smartcards);
        Count("serial port", source.Serials, target.Serials);
        Count("parallel port", source.Parallels, target.Parallels);
        Count("channel", source.Channels, target.Channels);
        Count("hub device", source.Hubs, target.Hubs);
        Count("RNG device", source.Rngs, target.Rngs);
        Count("memory device", source.MemoryDevices, target.MemoryDevices);
        Devices(source, target);
    }

    private static void Devices(DomainDefinition source, DomainDefinition target)
    {
        foreach (var (one, other) in source.Disks.Zip(target.Disks))
        {
            Same("Target disk device {0} does not match source {1}", one.Kind.ToXml(), other.Kind.ToXml());
            Same("Target disk bus {0} does not match source {1}", one.Bus.ToXml(), other.Bus.ToXml());
            Same("Target disk {0} does not match source {1}", one.Target, other.Target);
            Same("Target disk serial {0} does not match source {1}", one.Serial, other.Serial);
        }

        foreach (var (one, other) in source.Controllers.Zip(target.Controllers))
        {
            Same("Target controller type {0} does not match source {1}", one.Type.ToXml(), other.Type.ToXml());
            Same("Target controller index {0} does not match source {1}", one.Index, other.Index);
            Same("Target controller model {0} does not match source {1}", one.Model, other.Model);
        }

        foreach (var (one, other) in source.Interfaces.Zip(target.Interfaces))
        {
            Same("Target network card mac {0} does not match source {1}", one.Mac, other.Mac);
            Same("Target network card model {0} does not match source {1}", one.Model, other.Model);
        }

        foreach (var (one, other) in source.Videos.Zip(target.Videos))
        {
            Same("Target video card model {0} does not match source {1}", one.Model.ToXml(), other.Model.ToXml());
        }

        foreach (var (one, other) in source.AllDevices().Zip(target.AllDevices()))
        {
            Same("Target device address type {0} does not match source {1}", Type(one), Type(other));
            if (one.Address is PciAddress here && other.Address is PciAddress there && !here.IsSamePlace(there))
            {
                throw Different("Target device PCI address {0} does not match source {1}", here, there);
            }
        }
    }

    private static string Type(Device device) => (device.Address?.Type ?? AddressType.None).ToXml();

    private static void Count<T>(string what, List<T> source, List<T> target) =>
        Same("Target domain " + what + " count {0} does not match source {1}", source.Count, target.Count);

    private static void Same<T>(string complaint, T source, T target)
    {
        if (!EqualityComparer<T>.Default.Equals(source, target))
        {
            throw Different(complaint, source, target);
        }
    }

    private static VirException Different(string complaint, object? source, object? target) => new(
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOMAIN,
        string.Format(System.Globalization.CultureInfo.InvariantCulture, complaint, target, source));
}
