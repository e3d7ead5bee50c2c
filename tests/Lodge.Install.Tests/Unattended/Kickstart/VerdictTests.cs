using Lodge.Install.Unattended.Kickstart;

namespace Lodge.Install.Tests.Unattended.Kickstart;

/// <summary>Kickstarts, good and bad, are taken and refused as ksvalidator takes and refuses them.</summary>
public sealed class VerdictTests
{
    public static TheoryData<string, bool, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool, string>();
            var path = Path.Combine(AppContext.BaseDirectory, "Unattended", "Kickstart", "Golden", "verdicts.txt");
            foreach (var block in ("\n" + File.ReadAllText(path)).Split("\n@@ ", StringSplitOptions.RemoveEmptyEntries))
            {
                var head = block.IndexOf('\n', StringComparison.Ordinal);
                var words = block[..head].Split(' ');
                cases.Add(words[0], words[1] == "accepted", block[(head + 1)..] + "\n");
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_kickstart_is_taken_or_refused_as_by_ksvalidator(string version, bool isTaken, string text)
    {
        var findings = KickstartCheck.Text(text, "ks.cfg", KickstartVersion.Parse(version));

        var refusal = findings.FirstOrDefault(finding => finding.Severity > KickstartSeverity.Note);
        Assert.True(isTaken == (refusal is null), refusal?.ToString() ?? "taken");
    }
}
