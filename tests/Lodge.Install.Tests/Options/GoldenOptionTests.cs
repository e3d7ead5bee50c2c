using Lodge.Install.Options;

namespace Lodge.Install.Tests.Options;

/// <summary>Options make the XML that virt-install 4.1 makes of them, before anything is added of itself.</summary>
public sealed class GoldenOptionTests
{
    public static TheoryData<string, string> Cases =>
        [.. GoldenCases.All.Select(known => new TheoryDataRow<string, string>(known.Options, known.Xml))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Options_become_the_xml_that_virt_install_makes(string options, string expected)
    {
        var plan = new GuestPlan(new FixedHost());
        foreach (var (flag, text) in GoldenCases.Parse(options))
        {
            var option = GuestOptions.Find(flag);
            Assert.NotNull(option);
            option.Apply(text, plan);
        }

        Assert.Equal(expected, plan.ToXml());
    }
}
