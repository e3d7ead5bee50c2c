using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage;

namespace Lodge.Corpus.Tests;

/// <summary>Storage pools are stored, or refused, to the letter as stock libvirtd does.</summary>
public sealed class PoolCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_pool_is_stored_or_refused_as_recorded()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var (equal, total) = (0, 0);
        foreach (var recorded in DomainCase.Folders("storagepool"))
        {
            total++;
            var difference = DomainCase.FirstDifference(recorded.Defined ?? recorded.Error!, Stored(recorded.Input));
            equal += difference is null ? 1 : 0;
            if (difference is not null)
            {
                output.WriteLine($"{recorded.Name}: {difference}");
            }
        }

        output.WriteLine($"pools stored or refused as recorded: {equal} of {total}");
        Assert.Equal(total, equal);
    }

    private static string Stored(string xml)
    {
        try
        {
            var pool = StoragePoolXml.Parse(xml);
            _ = new StorageDriver(new NoPools(), new StorageDriverOptions()).Backend(pool.Type);
            return StoragePoolXml.Format(pool);
        }
        catch (VirException refused)
        {
            return $"{(int)refused.Code} {(int)refused.Domain}\n{refused.Message}";
        }
    }
}
