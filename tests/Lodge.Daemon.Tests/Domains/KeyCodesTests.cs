using Lodge.Daemon.Domains.Peripherals;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirKeycodeSet;

namespace Lodge.Daemon.Tests.Domains;

public sealed class KeyCodesTests
{
    [Theory]
    [InlineData((int)VIR_KEYCODE_SET_LINUX, 1u, 0x01u)]
    [InlineData((int)VIR_KEYCODE_SET_LINUX, 29u, 0x1du)]
    [InlineData((int)VIR_KEYCODE_SET_LINUX, 97u, 0x9du)]
    [InlineData((int)VIR_KEYCODE_SET_LINUX, 111u, 0xd3u)]
    [InlineData((int)VIR_KEYCODE_SET_USB, 4u, 0x1eu)]
    [InlineData((int)VIR_KEYCODE_SET_ATSET1, 0xe01du, 0x9du)]
    [InlineData((int)VIR_KEYCODE_SET_QNUM, 0xd3u, 0xd3u)]
    public void Keys_of_each_set_become_qemus(int set, uint key, uint expected) =>
        Assert.Equal(expected, KeyCodes.ToQemu((VirKeycodeSet)set, key));

    [Fact]
    public void A_key_that_qemu_does_not_have_is_refused_by_its_number_and_set()
    {
        var refused = Assert.Throws<VirException>(() => KeyCodes.ToQemu(VIR_KEYCODE_SET_LINUX, 9999));
        Assert.Contains("cannot translate keycode 9999 of linux codeset", refused.Message, StringComparison.Ordinal);
    }
}
