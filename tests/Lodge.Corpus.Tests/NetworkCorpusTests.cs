using System.Text.RegularExpressions;
using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Network.Dnsmasq;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>Networks are stored, refused and told to dnsmasq to the letter as stock libvirtd does.</summary>
public sealed partial class NetworkCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_recorded_network_is_stored_or_refused_as_recorded()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var (equal, total) = (0, 0);
        foreach (var recorded in DomainCase.Folders("network"))
        {
            total++;
            var expected = recorded.Defined ?? recorded.Error!;
            var given = recorded.Input.Contains("<uuid>", StringComparison.Ordinal);
            var difference = DomainCase.FirstDifference(
                Comparable(expected, given), Comparable(Stored(recorded.Input), given));
            equal += difference is null ? 1 : 0;
            if (difference is not null) output.WriteLine($"{recorded.Name}: {difference}");
        }

        output.WriteLine($"networks stored or refused as recorded: {equal} of {total}");
        Assert.Equal(total, equal);
    }

    [Fact]
    public void Every_recorded_dnsmasq_is_configured_as_recorded()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var (equal, total) = (0, 0);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Testing.Corpus.Folder, "network")).Order())
        {
            var path = Path.Combine(folder, "dnsmasq.conf");
            if (!File.Exists(path)) continue;
            total++;
            var network = Completed(NetworkXml.Parse(File.ReadAllText(Path.Combine(folder, "in.xml"))));
            var files = new DnsmasqFiles("/var/lib/libvirt/dnsmasq", "/run/libvirt/network", network.Name);
            var recorded = File.ReadAllText(path);
            var written = DnsmasqConfiguration.Write(
                network, files, recorded.Contains("pid-file=", StringComparison.Ordinal));
            var difference = DomainCase.FirstDifference(recorded.Trim(), written.Trim());
            equal += difference is null ? 1 : 0;
            if (difference is not null) output.WriteLine($"{Path.GetFileName(folder)}: {difference}");
        }

        output.WriteLine($"dnsmasq configured as recorded: {equal} of {total}");
        Assert.Equal(total, equal);
    }

    private static string Stored(string xml)
    {
        try
        {
            var network = Completed(NetworkXml.Parse(xml));
            NetworkValidation.Check(network, _ => false);
            return NetworkXml.Format(network, NetworkXmlFormatOptions.Stored);
        }
        catch (VirException refused)
        {
            return $"{(int)refused.Code} {(int)refused.Domain}\n{refused.Message}";
        }
    }

    private static NetworkDefinition Completed(NetworkDefinition network) =>
        BridgeNames.Complete(network, _ => false, _ => false);

    /// <summary>A hardware address or UUID that was made up is another one each time.</summary>
    private static string Comparable(string xml, bool withUuid)
    {
        var text = GeneratedMac().Replace(xml, "<mac address='generated'/>");
        return (withUuid ? text : Uuid().Replace(text, "<uuid/>")).Trim();
    }

    [GeneratedRegex("<mac address='52:54:00:[0-9a-f:]*'/>")]
    private static partial Regex GeneratedMac();

    [GeneratedRegex("<uuid>[0-9a-f-]*</uuid>")]
    private static partial Regex Uuid();
}
