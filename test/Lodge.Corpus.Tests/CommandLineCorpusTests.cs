using System.Text.Json;
using System.Text.RegularExpressions;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Corpus.Tests;

/// <summary>Every recorded command line of libvirt 9.0 with QEMU 7.2, against ours for the same guest.</summary>
public sealed partial class CommandLineCorpusTests
{
    // What is reached; a change that makes it less is a regression.
    private const int FloorFromCompleted = 400;

    private static readonly GuestServices Services = new();
    private static readonly QemuCapabilities Pc64 = QemuCapabilities.Read(RecordedQemu.Open72());
    private static readonly QemuCapabilities Pc32 = QemuCapabilities.Read(RecordedQemu.Open72I686());

    [Fact]
    public void Completed_guests_give_the_recorded_command_lines()
    {
        Assert.SkipUnless(Testing.Corpus.Folder is not null, "needs the recorded cases (LODGE_CORPUS)");
        var cases = Directory.GetDirectories(Path.Combine(Testing.Corpus.Folder, "domain"))
            .Where(folder => File.Exists(Path.Combine(folder, "argv.json")))
            .Where(folder => File.Exists(Path.Combine(folder, "define.xml")))
            .Order(StringComparer.Ordinal).ToList();
        var report = new List<string>();
        var good = 0;
        foreach (var folder in cases)
        {
            var differences = Compare(folder, File.ReadAllText(Path.Combine(folder, "define.xml")));
            if (differences.Count == 0) good++;
            report.AddRange(differences.Select(line => $"{Path.GetFileName(folder)}: {line}"));
        }

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"corpus argv: {good} of {cases.Count}");
        foreach (var line in report)
        {
            output.WriteLine(line);
        }

        Console.WriteLine($"corpus argv: {good} of {cases.Count}");
        if (Environment.GetEnvironmentVariable("LODGE_CORPUS_REPORT") is { } file) File.WriteAllLines(file, report);
        Assert.True(good >= FloorFromCompleted, $"{good} of {cases.Count}, below {FloorFromCompleted}");
    }

    private static List<string> Compare(string folder, string xml)
    {
        var expected = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "argv.json")))!;
        try
        {
            using var command = Convert(xml);
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

    internal static QemuCommand Convert(string xml)
    {
        var definition = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        var capabilities = definition.Os.Architecture == "i686" ? Pc32 : Pc64;
        return NativeConversion.Convert(
            definition, capabilities, new QemuSettings(), "/var/lib/libvirt/qemu", Services);
    }

    // Nodes behind passed-through SCSI devices are numbered there, and named after the device here.
    private static string Normal(string argument) => HostdevNode().Replace(argument, "libvirt-HOSTDEV-backend");

    [GeneratedRegex(@"libvirt-[a-z0-9-]+-backend")]
    private static partial Regex HostdevNode();
}
