using Lodge.Install.Options;

namespace Lodge.Install.Tests.Options;

/// <summary>Options make the XML that virt-install 4.1 makes of them, before anything is added of itself.</summary>
public sealed class GoldenOptionTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Options", "Golden", "options.txt"));
            foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            {
                var xml = block.IndexOf('<', StringComparison.Ordinal);
                cases.Add(block[..xml].TrimEnd('\n'), block[xml..].TrimEnd('\n') + "\n");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Options_become_the_xml_that_virt_install_makes(string options, string expected)
    {
        var plan = new GuestPlan(new FixedHost());
        foreach (var line in options.Split('\n'))
        {
            var words = line[2..].Split(' ', 2);
            var option = GuestOptions.Find(words[0]);
            Assert.NotNull(option);
            option.Apply(words[1], plan);
        }

        Assert.Equal(expected, plan.ToXml());
    }

    [Fact]
    public void Every_option_has_a_case()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Options", "Golden", "options.txt"));
        Assert.All(GuestOptions.All, option => Assert.Contains($"$ {option.Flag} ", text, StringComparison.Ordinal));
    }
}
