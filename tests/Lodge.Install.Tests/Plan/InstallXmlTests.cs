using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Os;
using Lodge.Install.Plan;
using Lodge.Install.Tests.Defaults;

namespace Lodge.Install.Tests.Plan;

/// <summary>A guest has one XML while it is installed, and another from then on.</summary>
public sealed class InstallXmlTests
{
    [Fact]
    public void A_guest_boots_from_the_cd_first_and_from_its_disk_afterwards()
    {
        var (install, after) = Make(GuestOs.Generic, new InstallMethod { Cdrom = "/images/there.iso" });
        Assert.Equal("destroy", install!["on_reboot"]);
        Assert.Equal(["cdrom", "hd"], BootOf(install));
        Assert.Null(after["on_reboot"]);
        Assert.Equal(["hd"], BootOf(after));
        var drive = after.All("devices/disk").Single(disk => disk["@device"] == "cdrom");
        Assert.Null(drive["source/@file"]);
    }

    [Fact]
    public void Windows_keeps_its_cd()
    {
        var (_, after) = Make(GuestDefaultsTests.Known("win10"), new InstallMethod { Cdrom = "/images/there.iso" });
        var drive = after.All("devices/disk").Single(disk => disk["@device"] == "cdrom");
        Assert.Equal("/images/there.iso", drive["source/@file"]);
    }

    [Fact]
    public void A_kernel_is_booted_once()
    {
        var method = new InstallMethod
        {
            HasTree = true, Kernel = "/boot/k", Initrd = "/boot/i", KernelArguments = "a=b", NetworkMemory = 8L << 30,
        };
        var (install, after) = Make(GuestOs.Generic, method);
        Assert.Equal(("/boot/k", "/boot/i", "a=b"),
            (install!["os/kernel"], install["os/initrd"], install["os/cmdline"]));
        Assert.Empty(BootOf(install));
        Assert.Equal(("8388608", "1048576"), (install["currentMemory"], after["currentMemory"]));
        Assert.Null(after["os/kernel"]);
    }

    [Fact]
    public void Nothing_is_changed_where_nothing_is_installed()
    {
        var (install, after) = Make(GuestOs.Generic, new InstallMethod { IsNone = true });
        Assert.Null(install);
        Assert.Equal(["hd"], BootOf(after));
    }

    [Fact]
    public void A_seed_is_in_its_drive_for_the_first_start_alone()
    {
        var method = new InstallMethod { IsNone = true, HasCloudInit = true, Seed = "/images/there.iso" };
        var (install, after) = Make(GuestOs.Generic, method);
        Assert.Contains(install!.All("devices/disk"), disk => disk["source/@file"] == "/images/there.iso");
        Assert.Equal("ds=nocloud", install.All("sysinfo")[0]["system/entry[@name='serial']"]);
        Assert.DoesNotContain(after.All("devices/disk"), disk => disk["source/@file"] == "/images/there.iso");
        Assert.Empty(after.All("sysinfo"));
    }

    private static IEnumerable<string?> BootOf(Draft domain) => domain.All("os/boot").Select(boot => boot["@dev"]);

    private static (Draft? Install, Draft After) Make(GuestOs os, InstallMethod method)
    {
        var plan = new GuestPlan(new FixedHost()) { Os = os };
        plan.Domain["name"] = "guest";
        plan.Domain["@type"] = "qemu";
        GuestOptions.Find("--memory")!.Apply("1024", plan);
        GuestOptions.Find("--disk")!.Apply("/images/there.img", plan);
        InstallPlan.Complete(plan, method);
        var xml = InstallXml.Of(plan, method);
        return (xml.Install is null ? null : Draft.Parse(xml.Install), Draft.Parse(xml.After));
    }
}
