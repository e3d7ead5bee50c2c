using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

public sealed class SelinuxContextTests
{
    [Theory]
    [InlineData("a:b:c", null)]
    [InlineData("a:b:c:s0", "s0")]
    [InlineData("a:b:c:s0-s0:c0.c1023", "s0-s0:c0.c1023")]
    [InlineData("a:b:c:SystemLow to High", "SystemLow to High")]
    public void A_label_is_taken_apart_and_put_together(string text, string? range)
    {
        var context = SelinuxContext.TryParse(text)!.Value;
        Assert.Equal(("a", "b", "c", range), (context.User, context.Role, context.Type, context.Range));
        Assert.Equal(text, context.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a::c")]
    [InlineData("a b:c:d")]
    [InlineData("a:b:c\n")]
    public void What_is_no_label_is_none(string? text) => Assert.Null(SelinuxContext.TryParse(text));
}
