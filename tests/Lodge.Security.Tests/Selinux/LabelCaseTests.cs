using Lodge.Model.Domain;

namespace Lodge.Security.Tests.Selinux;

/// <summary>
/// Recorded cases of labels: NAME.xml is a guest that runs, NAME.txt has a line <c>PATH;LABEL</c> for each of its
/// files, as libvirt's own tests keep them. The folder is named by <c>LODGE_LABEL_CASES</c>.
/// </summary>
public sealed class LabelCaseTests
{
    private const int NotSupported = 95;
    private const string Unsupported = "EOPNOTSUPP";

    [Fact]
    public void Each_file_gets_the_label_that_was_recorded()
    {
        var folder = Environment.GetEnvironmentVariable("LODGE_LABEL_CASES");
        Assert.SkipWhen(folder is null, "LODGE_LABEL_CASES names no folder with recorded labels");
        foreach (var xml in Directory.EnumerateFiles(folder!, "*.xml"))
        {
            using var host = new LabelledFolder();
            host.Host.Refuses = static path => path.Contains("/nfs/", StringComparison.Ordinal) ? NotSupported : 0;
            var cases = File.ReadLines(Path.ChangeExtension(xml, ".txt")).Select(line => line.Split(';')).ToList();
            foreach (var path in cases.Select(one => host.PathOf(one[0][1..])))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, "");
            }

            var text = cases.Aggregate(
                File.ReadAllText(xml), (all, one) => all.Replace(one[0], host.PathOf(one[0][1..])));
            var guest = DomainXml.Parse(text, DomainXmlParseOptions.Live);
            host.Start(guest);

            // Files of character devices are opened by the daemon, as by libvirt's log daemon, and stay as they are.
            var opened = guest.Serials
                .Where(static serial => serial.Source is { Type: CharacterSourceType.File, SecurityLabels.Count: 0 })
                .Select(static serial => serial.Source.Path)
                .ToHashSet();
            foreach (var one in cases.Where(one => !opened.Contains(host.PathOf(one[0][1..]))))
            {
                var label = one[1] == Unsupported ? "" : one[1];
                Assert.Equal(
                    $"{one[0]} {label}", $"{one[0]} {host.LabelOf(host.PathOf(one[0][1..]))}");
            }
        }
    }
}
