using Lodge.Model.Nwfilter;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Network.Tests.Filters;

/// <summary>The recorded filters all stand in the kernel, not only in a file.</summary>
public sealed class RecordedFilterTests(ITestOutputHelper output)
{
    private static readonly string[] Values =
    [
        "IP=10.0.0.5", "A=1.1.1.1", "A=2.2.2.2", "A=3.3.3.3", "B=80", "B=90", "B=80", "C=1080", "C=1090", "C=1100",
            "D=1080",
        "IPSETNAME=tck_test", "DHCPSERVER=10.0.0.1", "X=1.2.3.4", "Y=5.6.7.8", "Z=9.9.9.9",
    ];

    [Fact]
    public async Task Every_recorded_filter_that_libvirt_takes_stands_in_the_kernel()
    {
        Assert.SkipWhen(Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        await using var segment = await FilteredSegment.OpenAsync();
        var (standing, total) = (0, 0);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Corpus.Folder, "nwfilter")).Order())
        {
            if (File.Exists(Path.Combine(folder, "error.txt")))
            {
                continue;
            }

            total++;
            var xml = await File.ReadAllTextAsync(Path.Combine(folder, "in.xml"),
                TestContext.Current.CancellationToken);
            segment.Define(xml);
            try
            {
                await segment.BindAsync(NetworkFilter.Parse(xml).Name, Values);
                standing++;
            }
            catch (VirException refused)
            {
                output.WriteLine($"{Path.GetFileName(folder)}: {refused.Message.Split('\n')[0]}");
            }
        }

        output.WriteLine($"recorded filters that stand in the kernel: {standing} of {total}");
        Assert.Equal(total, standing);
    }
}
