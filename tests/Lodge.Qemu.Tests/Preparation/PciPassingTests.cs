using Lodge.Host.Facts;
using Lodge.Host.NodeDevices;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Launcher;
using Lodge.Qemu.Preparation;
using HostAddress = Lodge.Model.NodeDevice.PciAddress;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>PCI functions of a host made of files, given to guests and taken back.</summary>
public sealed class PciPassingTests : IDisposable
{
    private const string Bus = "/sys/bus/pci";
    private const string Name = "0000:03:10.0";

    private static readonly HostAddress Place = new(0, 3, 0x10, 0);

    private readonly string _root = Directory.CreateTempSubdirectory("lodge-pci-").FullName;
    private readonly List<Func<ValueTask>> _undo = [];

    [Fact]
    public async Task A_host_without_an_IOMMU_refuses_in_libvirts_words()
    {
        var refused = await Assert.ThrowsAsync<VirException>(() => TakeAsync(Guest(), Services()));

        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refused.Code);
        Assert.EndsWith(
            "host doesn't support passthrough of host PCI devices", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_undo);
    }

    [Fact]
    public async Task A_managed_function_is_the_guests_until_the_start_is_undone()
    {
        MakeHost();
        var services = Services();
        var guest = Guest();
        await TakeAsync(guest, services);

        Assert.Equal(PciBackend.Vfio, guest.Hostdevs[0].PciBackend);
        Assert.Equal(Name, Read($"{Bus}/drivers/igb/unbind"));
        Assert.Throws<VirException>(() => services.PciDevices.RequireUnused(Place));
        foreach (var step in Enumerable.Reverse(_undo))
        {
            await step();
        }

        services.PciDevices.RequireUnused(Place);
        Assert.Equal("\n", Read($"{Bus}/devices/{Name}/driver_override"));
    }

    [Fact]
    public async Task A_guest_that_ends_gives_back_what_it_had_also_to_the_next_daemon()
    {
        MakeHost();
        var (services, guest) = (Services(), Guest());
        PciPassing.KeepAll(guest, services);
        Assert.Throws<VirException>(() => services.PciDevices.RequireUnused(Place));

        await PciPassing.GiveBackAllAsync(guest, services);
        Assert.Equal(Name, Read($"{Bus}/drivers_probe"));
    }

    [Fact]
    public async Task A_card_with_more_VLANs_than_one_is_refused_before_anything_is_taken()
    {
        MakeHost();
        var guest = new DomainDefinition { Name = "anna" };
        var card = new Interface
        {
            Type = InterfaceType.Hostdev, Vlan = new VlanTags { Trunk = true },
            Source = new InterfaceSource { Hostdev = Guest().Hostdevs[0] },
        };
        card.Vlan.Tags.AddRange([4u, 5u]);
        guest.Interfaces.Add(card);
        var refused = await Assert.ThrowsAsync<VirException>(() => TakeAsync(guest, Services()));

        Assert.EndsWith(
            "vlan trunking is not supported by SR-IOV network devices", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists($"{_root}{Bus}/drivers/igb/unbind"));
    }

    [Fact]
    public void A_guest_with_a_device_of_the_host_may_lock_its_memory_and_another_has_the_hosts_limit()
    {
        Assert.Empty(LockedMemory.LimitsOf(new DomainDefinition { Memory = 1024 }));
        var guest = Guest();
        guest.Memory = 2048;
        Assert.Equal([Limit((2048ul + 1048576) * 1024)], LockedMemory.LimitsOf(guest));
        guest.Hostdevs.Add(guest.Hostdevs[0]);
        guest.Iommu = new Iommu();
        Assert.Equal([Limit((2 * 2048ul + 1048576) * 1024)], LockedMemory.LimitsOf(guest));
        guest.MemoryBacking.Locked = true;
        Assert.Equal([Limit(ResourceLimit.Unlimited)], LockedMemory.LimitsOf(guest));
        guest.MemoryTune.HardLimit = 4096;
        Assert.Equal([Limit(4096 * 1024)], LockedMemory.LimitsOf(guest));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static ResourceLimit Limit(ulong bytes) => new(LimitedResource.LockedMemory, bytes);

    private static DomainDefinition Guest()
    {
        var guest = new DomainDefinition { Name = "anna" };
        guest.Hostdevs.Add(new Hostdev
        {
            Mode = HostdevMode.Subsystem, Type = HostdevType.Pci, Managed = true,
            Pci = new PciAddress { Bus = 3, Slot = 0x10 },
        });
        return guest;
    }

    private GuestServices Services() => new()
    {
        PciDevices = new PciAssignments(new HostFiles(_root)),
        VirtualFunctions = new VirtualFunctions(new HostFiles(_root)),
    };

    private Task TakeAsync(DomainDefinition guest, GuestServices services) =>
        PciPassing.TakeAllAsync(guest, services, _undo.Add, CancellationToken.None).AsTask();

    private string Read(string path) => File.ReadAllText(_root + path);

    private void MakeHost()
    {
        foreach (var folder in (string[])
            [$"{Bus}/drivers/vfio-pci", $"{Bus}/drivers/igb", $"{Bus}/devices/{Name}", "/dev/vfio",
                "/sys/kernel/iommu_groups/7"])
        {
            Directory.CreateDirectory(_root + folder);
        }

        File.WriteAllText(_root + "/dev/vfio/vfio", "");
        File.WriteAllText($"{_root}{Bus}/devices/{Name}/uevent", "PCI_CLASS=20000\n");
        File.WriteAllBytes($"{_root}{Bus}/devices/{Name}/config", new byte[64]);
        File.CreateSymbolicLink($"{_root}{Bus}/devices/{Name}/driver", $"{_root}{Bus}/drivers/igb");
    }
}
