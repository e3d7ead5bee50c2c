using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Protocol.Errors;
using Lodge.Testing.Golden;

namespace Lodge.Network.Tests.Golden;

/// <summary>Networks are stored, and refused, to the letter as stock libvirtd does.</summary>
public sealed class GoldenNetworkTests
{
    private static readonly IReadOnlyList<GoldenText> s_all = GoldenText.In("Networks");

    public static TheoryData<string, string> Cases => [.. s_all.Select(text => (text.File, text.Title))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Networks_become_what_stock_makes_of_them(string file, string title)
    {
        var text = s_all.Single(text => text.File == file && text.Title == title);

        Assert.Equal(text.Stored ?? text.Refused, Stored(text.Given).TrimEnd('\n'));
    }

    private static string Stored(string xml)
    {
        try
        {
            var network = BridgeNames.Complete(NetworkXml.Parse(xml), _ => false, _ => false);
            NetworkValidation.Check(network, _ => false);
            return NetworkXml.Format(network, NetworkXmlFormatOptions.Stored);
        }
        catch (VirException refusal)
        {
            return $"{(int)refusal.Code} {(int)refusal.Domain} {refusal.Message.ReplaceLineEndings(" ")}";
        }
    }
}
