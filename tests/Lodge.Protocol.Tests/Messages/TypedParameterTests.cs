using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Messages;

public sealed class TypedParameterTests
{
    [Fact]
    public void Each_type_has_its_own_bytes()
    {
        Assert.Equal("0000000161000000" + "00000001" + "ffffffff", Written(TypedParameter.Of("a", -1)));
        Assert.Equal("0000000161000000" + "00000002" + "ffffffff", Written(TypedParameter.Of("a", uint.MaxValue)));
        Assert.Equal("0000000161000000" + "00000003" + "ffffffffffffffff", Written(TypedParameter.Of("a", -1L)));
        Assert.Equal("0000000161000000" + "00000004" + "ffffffffffffffff",
            Written(TypedParameter.Of("a", ulong.MaxValue)));
        Assert.Equal("0000000161000000" + "00000005" + "3ff0000000000000", Written(TypedParameter.Of("a", 1.0)));
        Assert.Equal("0000000161000000" + "00000006" + "00000001", Written(TypedParameter.Of("a", true)));
        Assert.Equal("0000000161000000" + "00000007" + "0000000162000000", Written(TypedParameter.Of("a", "b")));
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("00000008")]
    [InlineData("ffffffff")]
    public void An_unknown_type_is_refused(string type) => Assert.Throws<VirException>(() => Bytes.Read(
        "00000001 61000000" + type + "0000000000000000", (ref XdrReader r) => TypedParameter.Read(ref r)));

    [Fact]
    public void A_name_of_79_bytes_fits_and_one_of_80_does_not()
    {
        Written(TypedParameter.Of(new string('x', 79), 1));
        Assert.Throws<VirException>(() => Written(TypedParameter.Of(new string('x', 80), 1)));
    }

    [Fact]
    public void Whole_numbers_are_found_whatever_their_width()
    {
        TypedParameter[] list = [TypedParameter.Of("i", -3), TypedParameter.Of("ul", ulong.MaxValue),
            TypedParameter.Of("s", "t")];
        Assert.Equal(-3, list.FindInt64("i"));
        Assert.Null(list.FindUInt64("i"));
        Assert.Equal(ulong.MaxValue, list.FindUInt64("ul"));
        Assert.Null(list.FindInt64("ul"));
        Assert.Equal("t", list.FindString("s"));
        Assert.Null(list.FindString("i"));
        Assert.Null(list.FindInt64("none"));
    }

    [Fact]
    public void A_value_is_not_read_as_another_type() =>
        Assert.Throws<InvalidOperationException>(() => TypedValue.Of(1).AsString());

    [Fact]
    public void Values_are_printed_as_libvirt_prints_them()
    {
        Assert.Equal("18446744073709551615", TypedValue.Of(ulong.MaxValue).ToString());
        Assert.Equal("0.500000", TypedValue.Of(0.5).ToString());
        Assert.Equal("1", TypedValue.Of(true).ToString());
        Assert.Equal("-1", TypedValue.Of(-1).ToString());
        Assert.Equal(VirTypedParameterType.VIR_TYPED_PARAM_LLONG, TypedValue.Of(1L).Type);
    }

    private static string Written(TypedParameter parameter) =>
        Bytes.Written((ref XdrWriter w) => parameter.Write(ref w));
}
