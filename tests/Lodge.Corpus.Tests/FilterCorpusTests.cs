using Lodge.Model.Domain;
using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>Packet filters are stored, or refused, to the letter as stock libvirtd does.</summary>
public sealed class FilterCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_filter_is_stored_or_refused_as_recorded()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var (equal, total) = (0, 0);
        foreach (var recorded in DomainCase.Folders("nwfilter"))
        {
            total++;
            var expected = recorded.Defined ?? recorded.Error!;
            var difference = DomainCase.FirstDifference(expected, Stored(recorded.Input));
            equal += difference is null ? 1 : 0;
            if (difference is not null)
            {
                output.WriteLine($"{recorded.Name}: {difference}");
            }
        }

        output.WriteLine($"filters stored or refused as recorded: {equal} of {total}");
        Assert.Equal(total, equal);
    }

    private static string Stored(string xml)
    {
        try
        {
            return NetworkFilter.Parse(xml).Format();
        }
        catch (VirException refused)
        {
            return $"{(int)refused.Code} {(int)refused.Domain}\n{refused.Message}";
        }
    }
}
