using CsCheck;
using Lodge.Install.Options;

namespace Lodge.Install.Tests.Options;

/// <summary>An option's text is taken apart as virt-install takes it apart.</summary>
public sealed class OptionPairsTests
{
    private static readonly SubOption[] Known = [new("path"), new("label", Takes: Takes.Commas), new("size")];

    [Theory]
    [InlineData("path=/a,size=5", "path=/a|size=5")]
    [InlineData("a,,b", "a|b")]
    [InlineData("path='/a,b',size=\"1 2\"", "path=/a,b|size=1 2")]
    [InlineData("path=/a\\,b", "path=/a,b")]
    [InlineData("x=a=b", "x=a=b")]
    [InlineData("x=\"a\\\"b\\c\"", "x=a\"b\\c")]
    [InlineData("x='a\\'", "x=a\\")]
    [InlineData("''", "")]
    public void Quotes_and_backslashes_are_those_of_a_shell(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', OptionPairs.Split(text).Select(
            pair => pair.Value is null ? pair.Name : $"{pair.Name}={pair.Value}")));

    [Theory]
    [InlineData("label=s0:c1,c2,size=5", "label=s0:c1,c2|size=5")]
    [InlineData("label=a,b=c,d,path=/x", "label=a,b=c,d|path=/x")]
    [InlineData("/x,size=1", "path=/x|size=1")]
    [InlineData("size=1,/x", "size=1|/x=")]
    [InlineData("size=1,size=2", "size=2")]
    public void A_value_with_commas_goes_on_to_the_next_known_name(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', OptionPairs.Read(text, Known, "path").Select(pair => $"{pair.Key}={pair.Value}")));

    [Fact]
    public void Whatever_the_text_it_is_taken_apart_or_refused() =>
        Gen.String[Gen.Char["ab=,\\'\" "], 0, 24].Sample(text =>
        {
            try
            {
                return OptionPairs.Split(text).TrueForAll(pair => pair.Name is not null);
            }
            catch (FormatException)
            {
                return true;
            }
        });
}
