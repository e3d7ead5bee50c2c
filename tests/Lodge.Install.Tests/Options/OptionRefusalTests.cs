using Lodge.Install.Options;

namespace Lodge.Install.Tests.Options;

/// <summary>Options that make no sense are refused in virt-install's words.</summary>
public sealed class OptionRefusalTests
{
    [Theory]
    [InlineData("--boot", "bootmenu.timeout=x",
        "Error: --boot bootmenu.timeout=x: invalid literal for int() with base 10: 'x'")]
    [InlineData("--cpu", "nope=1", "Unknown --cpu options: ['nope']")]
    [InlineData("--cpu", "nope=1,neither", "Unknown --cpu options: ['nope', 'neither']")]
    [InlineData("--features", "acpi=maybe", "acpi must be 'yes' or 'no'")]
    [InlineData("--graphics", "type=vnc,keymap",
        "Error: --graphics type=vnc,keymap: Option 'keymap' had no value set.")]
    [InlineData("--controller", "address=foobar",
        "Error: --controller address=foobar: Expected PCI format string for 'foobar'")]
    [InlineData("--network", "mtu.size=big",
        "Error: --network mtu.size=big: invalid literal for int() with base 10: 'big'")]
    [InlineData("--video", "'qxl", "Error: --video 'qxl: No closing quotation")]
    [InlineData("--filesystem", "type=block,source=/dev/x,target=tag",
        "Error: --filesystem type=block,source=/dev/x,target=tag: Filesystem target 'tag' must be an absolute path")]
    [InlineData("--disk", "device=disk", "Error: --disk device=disk: Device type 'disk' requires a path")]
    [InlineData("--disk", "pool=none,size=1",
        "Error: --disk pool=none,size=1: Storage pool not found: no storage pool with matching name 'none'")]
    [InlineData("--disk", "vol=default",
        "Error: --disk vol=default: Storage volume must be specified as vol=poolname/volname")]
    [InlineData("--disk", "source.pool=default,source.volume=none", "Error: --disk "
        + "source.pool=default,source.volume=none: Storage volume not found: no storage vol with matching name 'none'")]
    [InlineData("--disk", "perms=x", "Unknown 'perms' value 'x'")]
    [InlineData("--disk", "size=x", "Improper value for 'size': could not convert string to float: 'x'")]
    [InlineData("--disk", "/images/new",
        "Error: --disk /images/new: Size must be specified for non existent volume 'new'")]
    [InlineData("--disk", "/dev/new,size=1", "Error: --disk /dev/new,size=1: Don't know how to create storage for path "
        + "'new'. Use libvirt APIs to manage the parent directory as a pool first.")]
    [InlineData("--disk", "/missing/x,size=1", "Error: --disk /missing/x,size=1: Could not start storage pool: "
        + "cannot open directory '/missing': No such file or directory")]
    [InlineData("--disk", "pool=group,size=1,format=raw", "Error: --disk pool=group,size=1,format=raw: "
        + "Format attribute not supported for this volume type")]
    [InlineData("--disk", "size=1000,sparse=no", "Error: --disk size=1000,sparse=no: There is not enough free space on "
        + "the storage pool to create the volume. (1024000 M requested allocation > 102400 M available)")]
    [InlineData("--cpu", "numa.cell99999999.id=1",
        "Error: --cpu numa.cell99999999.id=1: There are no 99999999 elements of <cpu/numa/cell>")]
    [InlineData("--hostdev", "x", "Error: --hostdev x: Unknown hostdev address string format 'x'")]
    [InlineData("--hostdev", "300:400", "Error: --hostdev 300:400: Did not find a matching node device for '300:400'")]
    [InlineData("--hostdev", "1:zz", "Error: --hostdev 1:zz: invalid literal for int() with base 16: 'zz'")]
    [InlineData("--metadata", "os_name=x",
        "Error: --metadata os_name=x: Unknown OS name 'x'. See `--osinfo list` for valid values.")]
    [InlineData("--metadata", "os_full_id=a://b", "Error: --metadata os_full_id=a://b: Unknown libosinfo ID 'a://b'")]
    [InlineData("--boot", "refresh-machine-type=yes",
        "Error: --boot refresh-machine-type=yes: Don't know how to refresh machine type ''")]
    [InlineData("--metadata", "clearxml=yes",
        "Error: --metadata clearxml=yes: Don't know how to clearxml for --metadata")]
    public void A_bad_option_is_refused_in_the_words_of_virt_install(string flag, string text, string message)
    {
        var option = GuestOptions.Find(flag)!;
        var refused = Assert.Throws<OptionException>(() => option.Apply(text, new GuestPlan(new FixedHost())));
        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("--disk", "pth=/images/there.img", "path")]
    [InlineData("--boot", "loader.reedonly=yes", "loader.readonly")]
    [InlineData("--cpu", "numa.cell0.cpu=1", "numa.cell0.cpus")]
    [InlineData("--network", "entirely.other=x", null)]
    public void A_typo_is_answered_with_what_comes_nearest(string flag, string text, string? hint)
    {
        var option = GuestOptions.Find(flag)!;
        var refused = Assert.Throws<OptionException>(() => option.Apply(text, new GuestPlan(new FixedHost())));
        Assert.Equal(hint, refused.Hint);
    }
}
