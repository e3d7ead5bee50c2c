using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Tests.Defaults;

/// <summary>What guests get of themselves.</summary>
public sealed class GuestDefaultsTests
{
    [Theory]
    [InlineData("x86_64", "pc", "e1000", "")]
    [InlineData("aarch64", "virt", "virtio", "")]
    [InlineData("s390x", "s390-ccw-virtio", "virtio", "sclp")]
    [InlineData("ppc64le", "pseries", "virtio", "")]
    [InlineData("riscv64", "virt", "virtio", "")]
    public void Each_architecture_has_its_machine_and_card(
        string architecture, string machine, string card, string console)
    {
        var plan = Plan(architecture, GuestOs.Generic, ("--network", "default"));
        Assert.Equal(machine, plan.Machine);
        Assert.Equal(card, plan.Domain.All("devices/interface")[0]["model/@type"]);
        Assert.Equal(console, plan.Domain.All("devices/console")[0]["target/@type"] ?? "");
    }

    [Fact]
    public void An_unknown_system_on_a_pc_gets_what_every_system_can_drive()
    {
        var plan = Plan("x86_64", GuestOs.Generic, ("--disk", "/images/there.img"), ("--graphics", "none"));
        Assert.Equal("ide", plan.Domain.All("devices/disk")[0]["target/@bus"]);
        Assert.Equal(
            ["ich9-ehci1", "ich9-uhci1", "ich9-uhci2", "ich9-uhci3"],
            plan.Domain.All("devices/controller").Select(controller => controller["@model"]));
        Assert.Equal("utc", plan.Domain["clock/@offset"]);
        Assert.Empty(plan.Domain.All("devices/memballoon"));
        Assert.Empty(plan.Domain.All("devices/channel"));
    }

    [Fact]
    public void A_modern_linux_gets_pci_express_and_virtio()
    {
        var plan = Plan("x86_64", Known("fedora37"), ("--disk", "size=1"), ("--network", "default"));
        var domain = plan.Domain;
        Assert.Equal("q35", plan.Machine);
        Assert.Equal("http://fedoraproject.org/fedora/37", domain["metadata/libosinfo:libosinfo/libosinfo:os/@id"]);
        var disk = domain.All("devices/disk")[0];
        Assert.Equal(("virtio", "vda", "qcow2", "unmap"),
            (disk["target/@bus"], disk["target/@dev"], disk["driver/@type"], disk["driver/@discard"]));
        Assert.Equal(15, domain.All("devices/controller").Count(controller => controller["@type"] == "pci"));
        Assert.Equal("virtio", domain.All("devices/video")[0]["model/@type"]);
        Assert.Equal(
            ["org.qemu.guest_agent.0", "com.redhat.spice.0"],
            domain.All("devices/channel").Select(channel => channel["target/@name"]));
        Assert.Single(domain.All("devices/rng"));
    }

    [Fact]
    public void Windows_gets_local_time_and_what_makes_it_fast()
    {
        var domain = Plan("x86_64", Known("win10")).Domain;
        Assert.Equal("localtime", domain["clock/@offset"]);
        Assert.Equal("8191", domain["features/hyperv/spinlocks/@retries"]);
        Assert.Contains(domain.All("clock/timer"), timer => timer["@name"] == "hypervclock");
    }

    [Fact]
    public void Spice_brings_its_agent_sound_and_usb_unless_they_are_declined()
    {
        var domain = Plan("x86_64", GuestOs.Generic).Domain;
        Assert.Equal("spice", domain.All("devices/graphics")[0]["@type"]);
        Assert.Equal(("ich6", 2), (domain.All("devices/sound")[0]["@model"], domain.All("devices/redirdev").Count));
        domain = Plan("x86_64", GuestOs.Generic, ("--sound", "none"), ("--redirdev", "none"), ("--channel", "none"))
            .Domain;
        Assert.Empty(domain.All("devices/sound"));
        Assert.Empty(domain.All("devices/redirdev"));
        Assert.Empty(domain.All("devices/channel"));
    }

    [Fact]
    public void What_is_turned_off_stays_off()
    {
        var domain = Plan("x86_64", GuestOs.Generic, ("--features", "acpi=off")).Domain;
        Assert.False(domain.Has("features/acpi"));
        Assert.True(domain.Has("features/apic"));
    }

    [Theory]
    [InlineData("sockets=2,threads=2,vcpus=8", "2 1 2 2")]
    [InlineData("cores=4", "1 1 4 1")]
    public void Processors_that_are_laid_out_in_part_are_laid_out_in_whole(string text, string expected)
    {
        var domain = Plan("x86_64", GuestOs.Generic, ("--vcpus", text)).Domain;
        string[] parts = ["sockets", "dies", "cores", "threads"];
        Assert.Equal(expected, string.Join(' ', parts.Select(part => domain[$"cpu/topology/@{part}"])));
    }

    [Fact]
    public void A_layout_that_does_not_fit_the_count_is_refused()
    {
        var refused = Assert.Throws<FormatException>(
            () => Plan("x86_64", GuestOs.Generic, ("--vcpus", "3,sockets=2,cores=1,threads=1")));
        Assert.Equal("Total CPUs implied by topology (sockets=2 * dies=1 * cores=1 * threads=1 == 2) "
            + "does not match vCPU count 3", refused.Message);
    }

    [Fact]
    public void A_host_that_runs_no_such_guest_says_so()
    {
        var plan = new GuestPlan(new FixedHost());
        plan.Domain["os/type"] = "xen";
        var refused = Assert.Throws<FormatException>(() => GuestDefaults.Complete(plan));
        Assert.Equal("Host does not support virtualization type 'xen'", refused.Message);
    }

    [Theory]
    [InlineData("vda,vdb", "vdc")]
    [InlineData("vdb", "vdc")]
    [InlineData("sda", "vda")]
    [InlineData("", "vda")]
    public void Targets_go_on_behind_those_that_are_taken(string taken, string expected)
    {
        var disk = new GuestPlan(new FixedHost()).Domain.New("devices/disk");
        disk["target/@bus"] = "virtio";
        Assert.Equal(expected, DiskTargets.Free(disk, taken.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void The_27th_disk_has_two_letters()
    {
        var disk = new GuestPlan(new FixedHost()).Domain.New("devices/disk");
        disk["target/@bus"] = "virtio";
        var taken = Enumerable.Range(0, 26).Select(index => $"vd{(char)('a' + index)}");
        Assert.Equal("vdaa", DiskTargets.Free(disk, taken));
    }

    [Fact]
    public void A_machine_is_taken_to_its_newest_version()
    {
        var plan = new GuestPlan(new FixedHost()) { IsEdit = true };
        plan.Domain["os/type/@machine"] = "pc-q35-6.0";
        GuestOptions.Find("--boot")!.Apply("refresh-machine-type=yes", plan);
        Assert.Equal("q35", plan.Machine);
    }

    internal static GuestOs Known(string name)
    {
        var os = OsDatabase.Default.FindByShortId(name);
        Assert.SkipWhen(os is null, "osinfo-db is not installed");
        return os;
    }

    private static GuestPlan Plan(string architecture, GuestOs os, params (string Flag, string Text)[] options)
    {
        var plan = new GuestPlan(new FixedHost()) { Os = os };
        plan.Domain["os/type/@arch"] = architecture;
        plan.Domain["@type"] = "qemu";
        foreach (var (flag, text) in options) GuestOptions.Find(flag)!.Apply(text, plan);
        GuestDefaults.Complete(plan);
        return plan;
    }
}
