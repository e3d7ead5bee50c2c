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
    public void A_bad_option_is_refused_in_the_words_of_virt_install(string flag, string text, string message)
    {
        var option = GuestOptions.Find(flag)!;
        var refused = Assert.Throws<OptionException>(() => option.Apply(text, new GuestPlan(new FixedHost())));
        Assert.Equal(message, refused.Message);
    }
}
