using Lodge.Model.Nwfilter;
using Lodge.Model.Secret;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Testing.Golden;

namespace Lodge.Model.Tests.Golden;

/// <summary>Pools, filters and secrets are stored, and refused, to the letter as stock libvirtd does.</summary>
public sealed class GoldenXmlTests
{
    public static TheoryData<string, string> Pools => Cases("Pools");

    public static TheoryData<string, string> Filters => Cases("Filters");

    public static TheoryData<string, string> Secrets => Cases("Secrets");

    [Theory]
    [MemberData(nameof(Pools))]
    public void Pools_become_what_stock_makes_of_them(string file, string title) =>
        Check("Pools", file, title, xml => StoragePoolXml.Format(StoragePoolXml.Parse(xml)));

    [Theory]
    [MemberData(nameof(Filters))]
    public void Filters_become_what_stock_makes_of_them(string file, string title) =>
        Check("Filters", file, title, xml => NetworkFilter.Parse(xml).Format());

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Secrets_become_what_stock_makes_of_them(string file, string title) =>
        Check("Secrets", file, title, xml => SecretXml.Format(SecretXml.Parse(xml)));

    private static TheoryData<string, string> Cases(string kind) =>
        [.. GoldenText.In(kind).Select(text => (text.File, text.Title))];

    private static void Check(string kind, string file, string title, Func<string, string> store)
    {
        var text = GoldenText.In(kind).Single(text => text.File == file && text.Title == title);
        string made;
        try
        {
            made = store(text.Given).TrimEnd('\n');
        }
        catch (VirException refusal)
        {
            made = $"{(int)refusal.Code} {(int)refusal.Domain} {refusal.Message.ReplaceLineEndings(" ")}";
        }

        Assert.Equal(text.Stored ?? text.Refused, made);
    }
}
