using System.Text.RegularExpressions;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Corpus.Tests;

/// <summary>What stock libvirtd makes of a definition, we make of it too; what it refuses, we refuse alike.</summary>
public sealed partial class DomainCompletionTests(ITestOutputHelper output)
{
    /// <summary>Figures that must not fall.</summary>
    private const int DefineFloor = 486;
    private const int RejectionFloor = 81;

    private static readonly QemuMachineFacts Facts = new(QemuCapabilities.Read(RecordedQemu.Open72()));

    [Fact]
    public void Definitions_come_out_as_stock_stores_them()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var cases = DomainCase.Folders().Where(folder => folder.Defined is not null).ToList();
        var equal = cases.Count(IsEqual);
        output.WriteLine($"corpus define: {equal} of {cases.Count}");
        Assert.True(equal >= DefineFloor, $"corpus define fell to {equal} of {cases.Count}, below {DefineFloor}");
    }

    [Fact]
    public void Refusals_have_the_code_that_stock_gives()
    {
        Assert.SkipWhen(Testing.Corpus.Folder is null, "no recorded cases at hand: set LODGE_CORPUS");
        var cases = DomainCase.Folders().Where(folder => folder.Error is not null).ToList();
        var alike = cases.Count(IsRefusedAlike);
        output.WriteLine($"corpus rejections: {alike} of {cases.Count}");
        Assert.True(
            alike >= RejectionFloor, $"corpus rejections fell to {alike} of {cases.Count}, below {RejectionFloor}");
    }

    private static DomainDefinition Complete(string xml)
    {
        var domain = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        var options = new CompletionOptions();
        DomainCompletion.ChooseEmulator(domain, options);
        var facts = new RecordedFacts(Facts, domain.Emulator!.EndsWith("i386", StringComparison.Ordinal));
        DomainCompletion.Complete(domain, facts, options);
        return domain;
    }

    private bool IsEqual(DomainCase recorded)
    {
        string made;
        try
        {
            made = DomainXml.Format(Complete(recorded.Input), DomainXmlFormatOptions.Configuration);
        }
        catch (VirException refused)
        {
            output.WriteLine($"{recorded.Name}: refused {(int)refused.Code} {refused.Message}");
            return false;
        }
        catch (Exception broken) when (broken is NullReferenceException or InvalidOperationException
            or ArgumentException or KeyNotFoundException)
        {
            output.WriteLine($"{recorded.Name}: broke {broken.GetType().Name} {broken.StackTrace?.Split('\n')[0]}");
            return false;
        }

        var difference = DomainCase.FirstDifference(
            Normal(recorded.Defined!, recorded.Input), Normal(made, recorded.Input));
        if (difference is not null)
        {
            output.WriteLine($"{recorded.Name}: {difference}");
        }

        return difference is null;
    }

    private bool IsRefusedAlike(DomainCase recorded)
    {
        try
        {
            Complete(recorded.Input);
            output.WriteLine($"{recorded.Name}: accepted, stock: {recorded.Error!.Trim().ReplaceLineEndings(" ")}");
            return false;
        }
        catch (VirException refused)
        {
            if ((int)refused.Code == recorded.ErrorCode)
            {
                return true;
            }

            output.WriteLine(
                $"{recorded.Name}: {(int)refused.Code} {refused.Message}, "
                    + $"stock: {recorded.Error!.Trim().ReplaceLineEndings(" ")}");
            return false;
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
