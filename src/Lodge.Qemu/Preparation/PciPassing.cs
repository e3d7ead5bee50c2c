using System.Net.NetworkInformation;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using HostAddress = Lodge.Model.NodeDevice.PciAddress;

namespace Lodge.Qemu.Preparation;

/// <summary>PCI functions of the host that guests have to themselves: taken from the host, and given back.</summary>
internal static class PciPassing
{
    private const uint LastVlan = 4095;

    /// <summary>Takes all functions of a guest.</summary>
    public static async ValueTask TakeAllAsync(
        DomainDefinition guest, GuestServices services, Action<Func<ValueTask>> onUndo, CancellationToken cancellation)
    {
        foreach (var (device, card) in Of(guest))
        {
            await TakeAsync(device, card, guest.Name, services, onUndo, cancellation);
        }
    }

    /// <summary>Takes one.</summary>
    /// <exception cref="VirException">The host passes none through, or not this one.</exception>
    public static async ValueTask TakeAsync(
        Hostdev device, Interface? card, string guest, GuestServices services, Action<Func<ValueTask>> onUndo,
        CancellationToken cancellation)
    {
        var pci = services.PciDevices;
        if (device.PciBackend == PciBackend.Default)
        {
            if (!pci.IsPossible)
                throw ConfigurationError.Unsupported("host doesn't support passthrough of host PCI devices");
            device.PciBackend = PciBackend.Vfio;
        }
        else if (device.PciBackend != PciBackend.Vfio || !pci.IsPossible)
        {
            throw ConfigurationError.Unsupported(device.PciBackend == PciBackend.Vfio
                ? "host doesn't support VFIO PCI passthrough"
                : $"QEMU doesn't support PCI passthrough by '{device.PciBackend.ToXml()}'");
        }

        var address = Address(device);
        var vlan = card is null ? 0 : Vlan(card);
        if (card is not null)
        {
            CheckPort(card, vlan);
            services.VirtualFunctions.Remember(address);
        }

        await pci.TakeAsync(address, guest, device.Managed, cancellation);
        onUndo(() =>
        {
            pci.GiveBack(address, guest);
            return ValueTask.CompletedTask;
        });
        if (card is null) return;
        var mac = PhysicalAddress.Parse(card.Mac.ToString());
        await services.VirtualFunctions.SetAsync(address, mac, vlan, cancellation);
        onUndo(() => new ValueTask(services.VirtualFunctions.ResetAsync(address)));
    }

    /// <summary>Marks what a guest has that runs already.</summary>
    public static void KeepAll(DomainDefinition guest, GuestServices services)
    {
        foreach (var (device, _) in Of(guest))
        {
            services.PciDevices.Keep(Address(device), guest.Name, device.Managed);
        }
    }

    /// <summary>Gives all functions of a guest back.</summary>
    public static async ValueTask GiveBackAllAsync(DomainDefinition guest, GuestServices services)
    {
        foreach (var (device, card) in Of(guest))
        {
            await GiveBackAsync(device, card, guest.Name, services);
        }
    }

    /// <summary>Gives one back.</summary>
    public static async ValueTask GiveBackAsync(
        Hostdev device, Interface? card, string guest, GuestServices services)
    {
        var address = Address(device);
        if (card is not null && services.VirtualFunctions.Find(address) is not null)
            await services.VirtualFunctions.ResetAsync(address);
        services.PciDevices.GiveBack(address, guest);
    }

    private static IEnumerable<(Hostdev Device, Interface? Card)> Of(DomainDefinition guest)
    {
        foreach (var card in guest.Interfaces.Where(card => card.ActualType == InterfaceType.Hostdev))
        {
            if ((card.Actual?.Source ?? card.Source).Hostdev is { Type: HostdevType.Pci, Pci: not null } device)
                yield return (device, card);
        }

        foreach (var device in guest.Hostdevs)
        {
            if (device is { Mode: HostdevMode.Subsystem, Type: HostdevType.Pci, Pci: not null })
                yield return (device, null);
        }
    }

    private static HostAddress Address(Hostdev device) =>
        new(device.Pci!.Domain, device.Pci.Bus, device.Pci.Slot, device.Pci.Function);

    private static uint Vlan(Interface card)
    {
        if ((card.Actual?.Vlan ?? card.Vlan) is not { Tags.Count: > 0 } vlan) return 0;
        if (vlan.Trunk || vlan.Tags is not [var tag])
            throw Unsupported("vlan trunking is not supported by SR-IOV network devices");
        return tag <= LastVlan
            ? tag
            : throw Unsupported($"vlan tag {tag} is out of range for 802.1Q, which ends at {LastVlan}");
    }

    private static void CheckPort(Interface card, uint vlan)
    {
        if ((card.Actual is { } actual ? actual.VirtualPort : card.VirtualPort) is not { } port) return;
        throw Unsupported(vlan > 0
            ? $"direct setting of the vlan tag is not allowed for hostdev devices using {port.Type.ToXml()} mode"
            : $"virtualport type {port.Type.ToXml()} is currently not supported on interfaces of type hostdev");
    }

    private static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_NONE, detail);
}
