using Lodge.Model.Domain;

namespace Lodge.Corpus.Tests;

/// <summary>What stock libvirtd stored is read and written back to the letter.</summary>
public sealed class DomainRoundTripTests(ITestOutputHelper output)
{
    /// <summary>Figures that must not fall.</summary>
    private const int Floor = 474;

    [Fact]
    public void Every_stored_domain_is_written_back_as_it_was()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var equal = 0;
        var total = 0;
        foreach (var folder in DomainCase.Folders())
        {
            if (folder.Defined is not { } stored)
            {
                continue;
            }

            total++;
            var difference = DomainCase.FirstDifference(stored, RoundTrip(stored));
            if (difference is null)
            {
                equal++;
            }
            else
            {
                output.WriteLine($"{folder.Name}: {difference}");
            }
        }

        output.WriteLine($"corpus round trip: {equal} of {total}");
        Assert.True(equal >= Floor, $"corpus round trip fell to {equal} of {total}, below {Floor}");
    }

    private static string RoundTrip(string xml)
    {
        try
        {
            var domain = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
            return DomainXml.Format(domain, DomainXmlFormatOptions.Configuration);
        }
        catch (Exception refused) when (refused is Protocol.Errors.VirException or NullReferenceException)
        {
            return $"refused: {refused.Message}";
        }
    }
}
