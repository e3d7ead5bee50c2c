using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Xdr;

public sealed class XdrReaderTests
{
    [Theory]
    [InlineData("00000000", 0)]
    [InlineData("ffffffff", -1)]
    [InlineData("7fffffff", int.MaxValue)]
    [InlineData("80000000", int.MinValue)]
    public void Ints_are_four_bytes_highest_first(string hex, int value) =>
        Assert.Equal(value, Bytes.Read(hex, (ref XdrReader r) => r.ReadInt32()));

    [Theory]
    [InlineData("0000000000000001", 1L)]
    [InlineData("ffffffffffffffff", -1L)]
    [InlineData("8000000000000000", long.MinValue)]
    public void Hypers_are_eight_bytes_highest_first(string hex, long value) =>
        Assert.Equal(value, Bytes.Read(hex, (ref XdrReader r) => r.ReadInt64()));

    [Theory]
    [InlineData("3ff0000000000000", 1.0)]
    [InlineData("c000000000000000", -2.0)]
    [InlineData("7ff0000000000000", double.PositiveInfinity)]
    public void Doubles_are_ieee_754_highest_byte_first(string hex, double value) =>
        Assert.Equal(value, Bytes.Read(hex, (ref XdrReader r) => r.ReadDouble()));

    [Theory]
    [InlineData("00000000", false)]
    [InlineData("00000001", true)]
    [InlineData("00000002", true)]
    [InlineData("80000000", true)]
    public void Any_number_but_zero_is_true(string hex, bool value) =>
        Assert.Equal(value, Bytes.Read(hex, (ref XdrReader r) => r.ReadBoolean()));

    [Fact]
    public void Small_integers_are_the_low_bits_of_a_word()
    {
        Assert.Equal(0xff, Bytes.Read("123456ff", (ref XdrReader r) => r.ReadByte()));
        Assert.Equal(-1, Bytes.Read("ffffffff", (ref XdrReader r) => r.ReadSByte()));
        Assert.Equal(0x5678, Bytes.Read("12345678", (ref XdrReader r) => r.ReadUInt16()));
    }

    [Theory]
    [InlineData("00000000", "")]
    [InlineData("00000001 61000000", "a")]
    [InlineData("00000004 61626364", "abcd")]
    [InlineData("00000005 6162636465 000000", "abcde")]
    [InlineData("00000002 c3a4 0000", "ä")]
    public void Texts_are_utf8_filled_up_to_four_bytes(string hex, string text) =>
        Assert.Equal(text, Bytes.Read(hex, (ref XdrReader r) => r.ReadString(10)));

    [Fact]
    public void Padding_may_be_anything_as_for_libvirt() =>
        Assert.Equal("a", Bytes.Read("00000001 61ffeedd", (ref XdrReader r) => r.ReadString(10)));

    [Fact]
    public void Missing_padding_is_refused() =>
        Assert.Throws<VirException>(() => Bytes.Read("00000001 6100", (ref XdrReader r) => r.ReadString(10)));

    [Fact]
    public void A_text_ends_at_its_first_nul_as_in_C() =>
        Assert.Equal("ab", Bytes.Read("00000005 6162006364 000000", (ref XdrReader r) => r.ReadString(10)));

    [Fact]
    public void Optional_texts_are_null_where_none_is_there()
    {
        Assert.Null(Bytes.Read("00000000", (ref XdrReader r) => r.ReadOptionalString(4)));
        Assert.Equal("x", Bytes.Read("00000001 00000001 78000000", (ref XdrReader r) => r.ReadOptionalString(4)));
    }

    [Fact]
    public void Characters_take_a_word_each()
    {
        Assert.Equal("ab"u8, Bytes.Read("00000002 00000061 00000062", (ref XdrReader r) => r.ReadChars(2)));
        Assert.Equal([0x61, 0], Bytes.Read("00000061 00000000", (ref XdrReader r) => r.ReadFixedChars(2)));
    }

    [Theory]
    [InlineData("ffffffff")]
    [InlineData("80000000")]
    [InlineData("00000005 0000000000000000")]
    public void A_text_beyond_its_limit_is_refused(string hex)
    {
        var error = Assert.Throws<VirException>(() => Bytes.Read(hex, (ref XdrReader r) => r.ReadString(4)));
        Assert.Equal(VirErrorNumber.VIR_ERR_RPC, error.Code);
        Assert.Equal(VirErrorDomain.VIR_FROM_RPC, error.Domain);
        Assert.Contains("where 4 are the most", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ffffffff")]
    [InlineData("00000003 00000000 00000000 00000000")]
    public void An_array_beyond_its_limit_is_refused(string hex) =>
        Assert.Throws<VirException>(() => Bytes.Read(hex, (ref XdrReader r) => r.ReadInt32Array(2)));

    [Fact]
    public void Arrays_of_none_and_of_the_limit_are_taken()
    {
        Assert.Empty(Bytes.Read("00000000", (ref XdrReader r) => r.ReadUInt32Array(2)));
        Assert.Equal([1u, 2u], Bytes.Read("00000002 00000001 00000002", (ref XdrReader r) => r.ReadUInt32Array(2)));
        Assert.Equal([1ul], Bytes.Read("00000001 0000000000000001", (ref XdrReader r) => r.ReadUInt64Array(1)));
        Assert.Equal([-1L], Bytes.Read("00000001 ffffffffffffffff", (ref XdrReader r) => r.ReadInt64Array(1)));
        Assert.Equal(["a", ""],
            Bytes.Read("00000002 00000001 61000000 00000000", (ref XdrReader r) => r.ReadStringArray(2, 1)));
    }

    [Fact]
    public void A_count_that_the_bytes_cannot_hold_takes_no_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<VirException>(
            () => Bytes.Read("00ffffff 00000000", (ref XdrReader r) => r.ReadInt64Array(0x1000000)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    public void Bytes_that_end_early_are_refused(string hex) =>
        Assert.Throws<VirException>(() => Bytes.Read(hex, (ref XdrReader r) => r.ReadInt32()));
}
