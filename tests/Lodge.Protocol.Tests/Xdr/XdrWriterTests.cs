using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests.Xdr;

public sealed class XdrWriterTests
{
    [Fact]
    public void Numbers_are_written_highest_byte_first()
    {
        Assert.Equal("ffffffff", Bytes.Written((ref XdrWriter w) => w.WriteInt32(-1)));
        Assert.Equal("deadbeef", Bytes.Written((ref XdrWriter w) => w.WriteUInt32(0xdeadbeef)));
        Assert.Equal("8000000000000000", Bytes.Written((ref XdrWriter w) => w.WriteInt64(long.MinValue)));
        Assert.Equal("ffffffffffffffff", Bytes.Written((ref XdrWriter w) => w.WriteUInt64(ulong.MaxValue)));
        Assert.Equal("3ff0000000000000", Bytes.Written((ref XdrWriter w) => w.WriteDouble(1)));
        Assert.Equal("ffffffff", Bytes.Written((ref XdrWriter w) => w.WriteSByte(-1)));
        Assert.Equal("000000ff", Bytes.Written((ref XdrWriter w) => w.WriteByte(255)));
        Assert.Equal("0000ffff", Bytes.Written((ref XdrWriter w) => w.WriteUInt16(65535)));
        Assert.Equal("00000001", Bytes.Written((ref XdrWriter w) => w.WriteBoolean(true)));
    }

    [Theory]
    [InlineData("", "00000000")]
    [InlineData("abc", "0000000361626300")]
    [InlineData("abcd", "0000000461626364")]
    [InlineData("ä", "00000002c3a40000")]
    public void Texts_are_filled_up_with_zeros(string text, string hex) =>
        Assert.Equal(hex, Bytes.Written((ref XdrWriter w) => w.WriteString(text, 4)));

    [Fact]
    public void Room_that_was_used_before_is_filled_with_zeros_again()
    {
        var buffer = new XdrBuffer();
        buffer.Reserve(16).Fill(0xff);
        buffer.Clear();
        new XdrWriter(buffer).WriteString("a", 4);
        Assert.Equal("0000000161000000", Convert.ToHexStringLower(buffer.Written));
    }

    [Fact]
    public void Bytes_and_characters_are_written_as_the_reader_reads_them()
    {
        Assert.Equal("00000001ff000000", Bytes.Written((ref XdrWriter w) => w.WriteOpaque([255], 4)));
        Assert.Equal("01020000", Bytes.Written((ref XdrWriter w) => w.WriteFixedOpaque([1, 2], 2)));
        Assert.Equal("0000000200000061ffffffff", Bytes.Written((ref XdrWriter w) => w.WriteChars([0x61, 0xff], 2)));
        Assert.Equal("0000006100000000", Bytes.Written((ref XdrWriter w) => w.WriteFixedChars("a"u8, 2)));
    }

    [Fact]
    public void Limits_hold_when_writing_too()
    {
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteString("abcde", 4)));
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteOpaque(new byte[5], 4)));
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteFixedOpaque(new byte[3], 4)));
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteFixedChars(new byte[5], 4)));
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteInt32Array(new int[5], 4)));
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteStringArray(["a", "b"], 1, 1)));
    }

    [Fact]
    public void A_text_that_must_be_there_is_refused_as_null() =>
        Assert.Throws<VirException>(() => Bytes.Written((ref XdrWriter w) => w.WriteString(null!, 4)));

    [Fact]
    public void A_null_array_is_an_empty_one() =>
        Assert.Equal("00000000", Bytes.Written((ref XdrWriter w) => w.WriteInt32Array(default, 4)));
}
