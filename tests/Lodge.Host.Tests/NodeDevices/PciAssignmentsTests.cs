using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Tests.NodeDevices;

/// <summary>PCI functions go from the host's driver to one guest, and back.</summary>
public sealed class PciAssignmentsTests : IDisposable
{
    private const string Bus = "/sys/bus/pci";
    private const string First = "0000:03:10.0";
    private const string Second = "0000:03:10.1";

    private static readonly PciAddress FirstAddress = new(0, 3, 0x10, 0);
    private static readonly PciAddress SecondAddress = new(0, 3, 0x10, 1);

    private readonly FakeHost _host = new FakeHost()
        .WithFolder($"{Bus}/drivers/vfio-pci")
        .WithFolder($"{Bus}/drivers/ixgbevf")
        .WithFolder("/sys/kernel/iommu_groups/7/devices");

    public PciAssignmentsTests()
    {
        Add(First);
        Add(Second);
    }

    [Fact]
    public async Task A_managed_function_goes_from_its_driver_to_the_guest_and_back()
    {
        var assignments = new PciAssignments(_host.Files);
        await assignments.TakeAsync(FirstAddress, "anna", isManaged: true);

        Assert.Equal("vfio-pci", _host.Files.Text($"{Bus}/devices/{First}/driver_override"));
        Assert.Equal(First, _host.Files.Text($"{Bus}/drivers/ixgbevf/unbind"));
        Assert.Equal(First, _host.Files.Text($"{Bus}/drivers_probe"));

        Bind(First, "vfio-pci");
        assignments.GiveBack(FirstAddress, "berta");
        Assert.Null(_host.Files.Text($"{Bus}/drivers/vfio-pci/unbind"));
        assignments.GiveBack(FirstAddress, "anna");
        Assert.Equal(First, _host.Files.Text($"{Bus}/drivers/vfio-pci/unbind"));
        Assert.Equal("\n", _host.Files.Text($"{Bus}/devices/{First}/driver_override"));
        assignments.RequireUnused(FirstAddress);
    }

    [Fact]
    public async Task What_was_detached_by_hand_stays_detached()
    {
        Bind(First, "vfio-pci");
        var assignments = new PciAssignments(_host.Files);
        await assignments.TakeAsync(FirstAddress, "anna", isManaged: true);
        assignments.GiveBack(FirstAddress, "anna");
        await assignments.TakeAsync(FirstAddress, "anna", isManaged: false);
        assignments.GiveBack(FirstAddress, "anna");

        Assert.Null(_host.Files.Text($"{Bus}/drivers/vfio-pci/unbind"));
    }

    [Fact]
    public async Task An_unmanaged_function_that_the_host_has_is_refused_and_stays_free()
    {
        var assignments = new PciAssignments(_host.Files);
        var refused = await Assert.ThrowsAsync<VirException>(
            () => assignments.TakeAsync(FirstAddress, "anna", isManaged: false));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
        Assert.EndsWith(
            $"Unmanaged PCI device {First} must be manually detached from the host",
            refused.Message, StringComparison.Ordinal);
        Assert.Null(_host.Files.Text($"{Bus}/drivers/ixgbevf/unbind"));
        await assignments.TakeAsync(FirstAddress, "berta", isManaged: true);
    }

    [Fact]
    public async Task A_function_of_another_guest_or_of_its_group_is_refused_by_the_guests_name()
    {
        var assignments = new PciAssignments(_host.Files);
        await assignments.TakeAsync(FirstAddress, "anna", isManaged: true);
        foreach (var address in (PciAddress[])[FirstAddress, SecondAddress])
        {
            var refused = await Assert.ThrowsAsync<VirException>(
                () => assignments.TakeAsync(address, "berta", isManaged: true));
            Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
            Assert.EndsWith(
                $"PCI device {First} is in use by driver QEMU, domain anna", refused.Message, StringComparison.Ordinal);
        }

        await assignments.TakeAsync(SecondAddress, "anna", isManaged: true);
        Assert.Throws<VirException>(() => assignments.RequireUnused(SecondAddress));
    }

    [Fact]
    public void A_guest_that_runs_already_keeps_what_it_has()
    {
        Bind(First, "vfio-pci");
        var assignments = new PciAssignments(_host.Files);
        assignments.Keep(FirstAddress, "anna", isManaged: true);

        Assert.Throws<VirException>(() => assignments.RequireUnused(FirstAddress));
        assignments.GiveBack(FirstAddress, "anna");
        Assert.Equal(First, _host.Files.Text($"{Bus}/drivers/vfio-pci/unbind"));
    }

    [Fact]
    public void A_virtual_function_knows_its_card_and_number()
    {
        const string Card = "/sys/devices/pci0000:00/0000:03:00.0";
        _host.WithFolder($"{Card}/net/enp3s0")
            .WithLink($"{Card}/virtfn0", Path(First))
            .WithLink($"{Card}/virtfn1", Path(Second))
            .WithLink($"{Path(Second)}/physfn", Card);
        var functions = new VirtualFunctions(_host.Files);

        Assert.Equal(("enp3s0", 1u), functions.Find(SecondAddress));
        Assert.Null(functions.Find(FirstAddress));
    }

    [Fact]
    public async Task What_is_no_virtual_function_is_no_card_for_a_guest()
    {
        var refused = await Assert.ThrowsAsync<VirException>(
            () => new VirtualFunctions(_host.Files).ResetAsync(FirstAddress));

        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refused.Code);
        Assert.EndsWith(
            "Interface type hostdev is currently supported on SR-IOV Virtual Functions only",
            refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private static string Path(string name) => $"/sys/devices/pci0000:00/{name}";

    private void Add(string name)
    {
        _host.WithPci(Path(name), "020000", 0x8086, 0x10ed)
            .With($"{Path(name)}/config", new byte[64])
            .WithLink($"{Path(name)}/driver", $"{Bus}/drivers/ixgbevf")
            .WithLink($"{Path(name)}/iommu_group", "/sys/kernel/iommu_groups/7")
            .WithLink($"/sys/kernel/iommu_groups/7/devices/{name}", Path(name));
    }

    private void Bind(string name, string driver)
    {
        File.Delete(_host.Files.PathOf($"{Path(name)}/driver"));
        _host.WithLink($"{Path(name)}/driver", $"{Bus}/drivers/{driver}");
    }
}
