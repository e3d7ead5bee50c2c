using System.Text.RegularExpressions;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>What stock libvirtd makes of a definition, we make of it too; what it refuses, we refuse alike.</summary>
public sealed partial class DomainCompletionTests
{
    // What is reached; a change that makes it less is a regression.
    private const int DefineFloor = 486;
    private const int RejectionFloor = 82;

    [Fact]
    public void Definitions_come_out_as_stock_stores_them()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var report = new CorpusReport("corpus define");
        foreach (var recorded in DomainCase.Folders().Where(folder => folder.Defined is not null))
        {
            report.Add(recorded.Name, Difference(recorded) is { } difference ? [difference] : []);
        }

        report.Finish(DefineFloor);
    }

    [Fact]
    public void Refusals_have_the_code_that_stock_gives()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var report = new CorpusReport("corpus rejections");
        foreach (var recorded in DomainCase.Folders().Where(folder => folder.Error is not null))
        {
            var refused = Refusal(recorded.Input);
            report.Add(recorded.Name, refused?.Code == (VirErrorNumber)recorded.ErrorCode
                ? []
                : [$"{(refused is null ? "accepted" : $"{(int)refused.Code} {refused.Message}")}, "
                    + $"stock: {recorded.Error!.Trim()}"]);
        }

        report.Finish(RejectionFloor);
    }

    private static string? Difference(DomainCase recorded)
    {
        try
        {
            var made = DomainXml.Format(RecordedHost.Complete(recorded.Input), DomainXmlFormatOptions.Configuration);
            return DomainCase.FirstDifference(Normal(recorded.Defined!, recorded.Input), Normal(made, recorded.Input));
        }
        catch (VirException refused)
        {
            return $"refused {(int)refused.Code} {refused.Message}";
        }
        catch (Exception broken)
            when (broken is NullReferenceException or InvalidOperationException or ArgumentException)
        {
            return $"broke {broken.GetType().Name} {broken.StackTrace?.Split('\n')[0]}";
        }
    }

    private static VirException? Refusal(string xml)
    {
        try
        {
            RecordedHost.Complete(xml);
            return null;
        }
        catch (VirException refused)
        {
            return refused;
        }
    }

    /// <summary>Leaves out what is random where the definition does not say it.</summary>
    private static string Normal(string xml, string input)
    {
        if (!input.Contains("<uuid>", StringComparison.Ordinal))
        {
            xml = Uuid().Replace(xml, "<uuid/>");
        }

        if (Mac().Count(input) < Mac().Count(xml))
        {
            xml = Mac().Replace(xml, "<mac/>");
        }

        return input.Contains("<genid/>", StringComparison.Ordinal) ? Generation().Replace(xml, "<genid/>") : xml;
    }

    [GeneratedRegex("<uuid>.*</uuid>")]
    private static partial Regex Uuid();

    [GeneratedRegex("<genid>.*</genid>")]
    private static partial Regex Generation();

    [GeneratedRegex("<mac address=.*/>")]
    private static partial Regex Mac();
}
