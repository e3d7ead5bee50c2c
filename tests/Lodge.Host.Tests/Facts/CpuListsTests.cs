using CsCheck;
using Lodge.Host.Facts;

namespace Lodge.Host.Tests.Facts;

public sealed class CpuListsTests
{
    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Int[0, 300].HashSet[0, 40].Select(static s => s.Order().ToArray())
            .Sample(static cpus => CpuLists.Parse(CpuLists.Format(cpus)).AsSpan().SequenceEqual(cpus));

    [Theory]
    [InlineData("0-3,8,10-11\n", "0-3,8,10-11")]
    [InlineData("0,1,2", "0-2")]
    [InlineData("", "")]
    [InlineData("x,3-y,5", "5")]
    [InlineData("7-6", "")]
    [InlineData("0-99999999", "")]
    public void Lists_of_the_kernel_are_understood_and_broken_ones_are_harmless(string list, string same) =>
        Assert.Equal(same, CpuLists.Format(CpuLists.Parse(list)));

    [Fact]
    public void Any_text_is_harmless() => Gen.String.Sample(static s => CpuLists.Parse(s) is not null);
}
