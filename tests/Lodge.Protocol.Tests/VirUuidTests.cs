using CsCheck;

namespace Lodge.Protocol.Tests;

public sealed class VirUuidTests
{
    [Fact]
    public void Bytes_stand_in_the_order_of_the_text()
    {
        var uuid = VirUuid.Parse("00010203-0405-0607-0809-0a0b0c0d0e0f");
        var bytes = new byte[16];
        uuid.CopyTo(bytes);
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (byte)i), bytes);
        Assert.Equal("00010203-0405-0607-0809-0a0b0c0d0e0f", uuid.ToString());
    }

    [Theory]
    [InlineData("000102030405060708090A0B0C0D0E0F")]
    [InlineData("  00010203-0405-0607-0809-0a0b0c0d0e0f ")]
    [InlineData("00-01-02-03-04-05-06-07-08-09-0a-0b-0c-0d-0e-0f")]
    public void Hyphens_and_spaces_are_taken_as_libvirt_takes_them(string text) =>
        Assert.Equal("00010203-0405-0607-0809-0a0b0c0d0e0f", VirUuid.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("guest")]
    [InlineData("00010203-0405-0607-0809-0a0b0c0d0e")]
    [InlineData("00010203-0405-0607-0809-0a0b0c0d0e0f0")]
    [InlineData("0001020g-0405-0607-0809-0a0b0c0d0e0f")]
    [InlineData("0-0010203-0405-0607-0809-0a0b0c0d0e0f")]
    public void What_is_no_uuid_is_refused(string text) => Assert.False(VirUuid.TryParse(text, out _));

    [Fact]
    public void Any_sixteen_bytes_survive_the_text() => Gen.Byte.Array[16].Sample(bytes =>
        Assert.Equal(new VirUuid(bytes), VirUuid.Parse(new VirUuid(bytes).ToString())));

    [Fact]
    public void A_guid_has_the_same_text()
    {
        var guid = Guid.NewGuid();
        Assert.Equal(guid.ToString("D"), VirUuid.Of(guid).ToString());
        Assert.Equal(guid, VirUuid.Of(guid).ToGuid());
    }

    [Fact]
    public void Random_ones_are_of_version_four_and_differ()
    {
        var uuid = VirUuid.Random();
        Assert.Equal('4', uuid.ToString()[14]);
        Assert.NotEqual(uuid, VirUuid.Random());
        Assert.False(uuid.IsEmpty);
        Assert.True(default(VirUuid).IsEmpty);
    }
}
