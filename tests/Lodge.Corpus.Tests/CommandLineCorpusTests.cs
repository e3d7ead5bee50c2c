using System.Text.Json;
using System.Text.RegularExpressions;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Corpus.Tests;

/// <summary>Every recorded command line of libvirt 9.0 with QEMU 7.2, against ours for the same guest.</summary>
public sealed partial class CommandLineCorpusTests
{
    // What is reached; a change that makes it less is a regression.
    private const int FloorFromCompleted = 409;
    private const int FloorFromWritten = 409;
    private const int FloorOfRefusals = 142;

    private static readonly GuestServices Services = new();
    private static readonly QemuCapabilities Pc64 = QemuCapabilities.Read(RecordedQemu.Open72());
    private static readonly QemuCapabilities Pc32 = QemuCapabilities.Read(RecordedQemu.Open72I686());

    [Fact]
    public void Completed_guests_give_the_recorded_command_lines() =>
        CompareAll("define.xml", FloorFromCompleted, Convert);

    [Fact]
    public void Guests_as_people_write_them_give_the_recorded_command_lines() =>
        CompareAll("in.xml", FloorFromWritten, CompleteAndConvert);

    [Fact]
    public void What_libvirt_refuses_to_convert_is_refused_with_its_code()
    {
        Assert.SkipUnless(Testing.Corpus.Folder is not null, "needs the recorded cases (LODGE_CORPUS)");
        var cases = Cases("argv-error.txt").ToList();
        var report = new List<string>();
        foreach (var folder in cases)
        {
            var expected = File.ReadAllText(Path.Combine(folder, "argv-error.txt")).Trim();
            var refusal = Refusal(File.ReadAllText(Path.Combine(folder, "in.xml")));
            if (refusal?.Split(' ')[0] == expected.Split(' ')[0]) continue;
            report.Add($"{Path.GetFileName(folder)}: wanted {expected.ReplaceLineEndings(" ")}, "
                + $"got {refusal ?? "a command"}");
        }

        Report("corpus argv-error", cases.Count - report.Count, cases.Count, FloorOfRefusals, report);
    }

    private static string? Refusal(string xml)
    {
        try
        {
            CompleteAndConvert(xml).Dispose();
            return null;
        }
        catch (VirException refusal)
        {
            return $"{(int)refusal.Code} {refusal.Message}";
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return $"0 {failure.GetType().Name} {failure.Message}";
        }
    }

    private static IEnumerable<string> Cases(string file) =>
        Directory.GetDirectories(Path.Combine(Testing.Corpus.Folder!, "domain"))
            .Where(folder => File.Exists(Path.Combine(folder, file)))
            .Order(StringComparer.Ordinal);

    private static void CompareAll(string input, int floor, Func<string, QemuCommand> convert)
    {
        Assert.SkipUnless(Testing.Corpus.Folder is not null, "needs the recorded cases (LODGE_CORPUS)");
        var cases = Cases("argv.json").Where(folder => File.Exists(Path.Combine(folder, input))).ToList();
        var report = new List<string>();
        var good = 0;
        foreach (var folder in cases)
        {
            var differences = Compare(folder, File.ReadAllText(Path.Combine(folder, input)), convert);
            if (differences.Count == 0) good++;
            report.AddRange(differences.Select(line => $"{Path.GetFileName(folder)}: {line}"));
        }

        Report($"corpus argv of {input}", good, cases.Count, floor, report);
    }

    private static void Report(string what, int good, int all, int floor, List<string> report)
    {
        Console.WriteLine($"{what}: {good} of {all}");
        foreach (var line in report)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        }

        if (Environment.GetEnvironmentVariable("LODGE_CORPUS_REPORT") is { } folder)
        {
            File.WriteAllLines(Path.Combine(folder, what.Replace(' ', '-') + ".txt"), report);
        }

        Assert.True(good >= floor, $"{what}: {good} of {all}, below {floor}");
    }

    private static List<string> Compare(string folder, string xml, Func<string, QemuCommand> convert)
    {
        var expected = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "argv.json")))!;
        try
        {
            using var command = convert(xml);
            return NativeDifference.Between(expected.Skip(1).Select(Normal), command.Arguments.Select(Normal));
        }
        catch (VirException refusal)
        {
            return [$"refused: {refusal.Message}"];
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return [$"failed: {failure.GetType().Name} {failure.Message} {failure.StackTrace?.Split('\n')[0]}"];
        }
    }

    private static QemuCommand Convert(string xml) =>
        Convert(DomainXml.Parse(xml, DomainXmlParseOptions.Configuration));

    private static QemuCommand CompleteAndConvert(string xml)
    {
        var definition = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        var options = new CompletionOptions();
        DomainCompletion.ChooseEmulator(definition, options);
        var is32Bit = definition.Emulator!.EndsWith("i386", StringComparison.Ordinal);
        DomainCompletion.Complete(
            definition, new RecordedFacts(new QemuMachineFacts(Capabilities(definition)), is32Bit), options);
        return Convert(definition);
    }

    private static QemuCommand Convert(DomainDefinition definition) => NativeConversion.ConvertAsync(
        definition, Capabilities(definition), new QemuSettings(), "/var/lib/libvirt/qemu", Services)
        .AsTask().GetAwaiter().GetResult();

    private static QemuCapabilities Capabilities(DomainDefinition definition) =>
        (definition.Emulator ?? definition.Os.Architecture)?.Contains("86_64", StringComparison.Ordinal) == true
            ? Pc64 : Pc32;

    // Nodes behind passed-through SCSI devices are numbered there, and named after the device here.
    private static string Normal(string argument) => HostdevNode().Replace(argument, "libvirt-HOSTDEV-backend");

    [GeneratedRegex(@"libvirt-[a-z0-9-]+-backend")]
    private static partial Regex HostdevNode();
}
