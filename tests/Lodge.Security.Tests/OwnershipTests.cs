using CsCheck;
using Lodge.Protocol.Errors;
using Lodge.Security.Dac;

namespace Lodge.Security.Tests;

public sealed class OwnershipTests
{
    [Theory]
    [InlineData("root:root", 0, 0)]
    [InlineData("+5:+6", 5, 6)]
    [InlineData("5:root", 5, 0)]
    public void Names_and_numbers_are_understood(string label, uint user, uint group) =>
        Assert.Equal(new Ownership(user, group), Ownership.Parse(label));

    [Theory]
    [InlineData("root")]
    [InlineData("")]
    [InlineData("no-such-user:root")]
    [InlineData("+-1:+2")]
    [InlineData("+99999999999:+1")]
    public void What_names_nobody_is_refused(string label) =>
        Assert.Equal(
            VirErrorNumber.VIR_ERR_INVALID_ARG, Assert.Throws<VirException>(() => Ownership.Parse(label)).Code);

    [Fact]
    public void A_label_that_is_written_is_read_as_the_same() => Gen.Select(Gen.UInt, Gen.UInt).Sample(
        (user, group) => Ownership.Parse(new Ownership(user, group).ToString()) == new Ownership(user, group));
}
