using CsCheck;
using Lodge.Model.Domain;

namespace Lodge.Model.Tests.Domain;

/// <summary>Sets of processors, hardware addresses, disk names.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("0-3", "0-3")]
    [InlineData("1-4,^2", "1,3-4")]
    [InlineData("7,0,1", "0-1,7")]
    [InlineData("5", "5")]
    public void A_set_is_written_shortest(string text, string expected) => 
        Assert.Equal(expected, Read(text)?.ToString());

    [Theory]
    [InlineData("4-1")]
    [InlineData("a")]
    [InlineData("1,,2-")]
    [InlineData("99999999")]
    public void What_is_no_set_is_refused(string text) => Assert.Null(Read(text));

    [Fact]
    public void Every_set_comes_back_from_its_text() => Gen.Int[0, 300].Array[1, 40].Sample(members =>
    {
        var set = new CpuSet(members);
        Assert.Equal(set, Read(set.ToString()));
    });

    [Theory]
    [InlineData("sda", 0)]
    [InlineData("vdz", 25)]
    [InlineData("sdaa", 26)]
    [InlineData("hdc", 2)]
    [InlineData("xvdb", 1)]
    [InlineData("nvme0", -1)]
    public void A_disk_has_the_number_of_its_letters(string name, int number) =>
        Assert.Equal(number, DiskName.Index(name));

    [Fact]
    public void Every_number_comes_back_from_its_name() => Gen.Int[0, 20000].Sample(number =>
        Assert.Equal(number, DiskName.Index(DiskName.Name("vd", number))));

    [Fact]
    public void A_new_hardware_address_is_of_QEMU_and_meant_for_one()
    {
        var mac = MacAddress.Generate();
        Assert.StartsWith("52:54:00:", mac.ToString(), StringComparison.Ordinal);
        Assert.False(mac.IsMulticast);
    }

    private static CpuSet? Read(string text) => CpuSet.TryParse(text, out var set) ? set : null;
}
