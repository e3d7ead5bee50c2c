using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Testing;
using Lodge.Testing.CommandLines;
using Lodge.Testing.Golden;

namespace Lodge.Qemu.Tests.Golden;

/// <summary>Elements become what stock libvirtd makes of them: stored, on QEMU's command line, or refused.</summary>
public sealed class GoldenDomainTests
{
    private const string Gone = "gone: ";

    private static readonly QemuCapabilities s_capabilities = QemuCapabilities.Read(RecordedQemu.Open72());

    public static TheoryData<string, string> Stored => Cases(text => text.Stored is not null);

    public static TheoryData<string, string> Commands => Cases(text => text.Parts.ContainsKey("command"));

    public static TheoryData<string, string> Refused => Cases(text => text.Refused is not null);

    [Theory]
    [MemberData(nameof(Stored))]
    public void Elements_are_stored_as_stock_stores_them(string file, string title)
    {
        var text = Find(file, title);
        var golden = new GoldenDomain(text);

        var lines = Changes(Format(golden.EmptyDomain), Format(golden.Domain));

        Assert.Equal(text.Stored, string.Join('\n', lines));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Elements_become_the_options_that_stock_gives_QEMU(string file, string title)
    {
        var text = Find(file, title);
        var golden = new GoldenDomain(text);
        var (without, with) = (Command(golden.EmptyDomain), Command(golden.Domain));
        var parts = text.Parts["command"].ToLookup(line => line.StartsWith(Gone, StringComparison.Ordinal));

        Assert.Empty(NativeDifference.Between(Words(parts[false]), Words(Left(with, without))));
        Assert.Empty(NativeDifference.Between(
            Words(parts[true].Select(line => line[Gone.Length..])), Words(Left(without, with))));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Elements_are_refused_with_the_code_the_part_and_the_text_of_stock(string file, string title)
    {
        var text = Find(file, title);

        var refusal = Assert.Throws<VirException>(() => Command(new GoldenDomain(text).Domain));

        Assert.Equal(
            text.Refused, $"{(int)refusal.Code} {(int)refusal.Domain} {refusal.Message.ReplaceLineEndings(" ")}");
    }

    private static TheoryData<string, string> Cases(Func<GoldenText, bool> which)
    {
        var cases = new TheoryData<string, string>();
        foreach (var text in GoldenDomain.All.Where(which)) cases.Add(text.File, text.Title);
        return cases;
    }

    private static GoldenText Find(string file, string title) =>
        GoldenDomain.All.Single(text => text.File == file && text.Title == title);

    private static DomainDefinition Complete(string xml)
    {
        var definition = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        var options = new CompletionOptions
        {
            FindEmulator = architecture => architecture == "x86_64" ? s_capabilities.Binary : null,
        };
        DomainCompletion.ChooseEmulator(definition, options);
        DomainCompletion.Complete(definition, new QemuMachineFacts(s_capabilities), options);
        return definition;
    }

    private static string Define(string xml) =>
        DomainXml.Format(Complete(xml), DomainXmlFormatOptions.Configuration);

    private static string[] Format(string xml) => Define(xml).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The command line, an option with its value a line.</summary>
    private static List<string> Command(string xml)
    {
        using var command = NativeConversion.ConvertAsync(
            DomainXml.Parse(Define(xml), DomainXmlParseOptions.Configuration), s_capabilities, new QemuSettings(),
            "/var/lib/libvirt/qemu", new GuestServices())
            .AsTask().GetAwaiter().GetResult();
        var lines = new List<string>();
        foreach (var word in command.Arguments)
        {
            if (word.StartsWith('-') && word.Length > 1 && !char.IsDigit(word[1])) lines.Add(word);
            else lines[^1] += " " + word;
        }

        return lines;
    }

    private static IEnumerable<string> Words(IEnumerable<string> lines) =>
        lines.SelectMany(line => line.Split(' ', 2));

    private static IEnumerable<string> Changes(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. Left(before, after).Select(line => Gone + line), .. Left(after, before)];

    /// <summary>The lines of a text that another one has not, as often as it has them not.</summary>
    private static IEnumerable<string> Left(IReadOnlyList<string> lines, IReadOnlyList<string> others)
    {
        var rest = others.ToList();
        return [.. lines.Where(line => !rest.Remove(line))];
    }
}
