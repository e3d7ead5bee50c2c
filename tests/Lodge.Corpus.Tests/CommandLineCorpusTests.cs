using System.Text.Json;
using System.Text.RegularExpressions;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Preparation;
using Lodge.Testing.CommandLines;

namespace Lodge.Corpus.Tests;

/// <summary>Every recorded command line of libvirt 9.0 with QEMU 7.2, against ours for the same guest.</summary>
public sealed partial class CommandLineCorpusTests
{
    // What is reached; a change that makes it less is a regression.
    private const int FloorFromCompleted = 414;
    private const int FloorFromWritten = 414;
    private const int FloorOfRefusals = 150;

    [Fact]
    public void Completed_guests_give_the_recorded_command_lines() => CompareAll(
        "define.xml", FloorFromCompleted, xml => Convert(DomainXml.Parse(xml, DomainXmlParseOptions.Configuration)));

    [Fact]
    public void Guests_as_people_write_them_give_the_recorded_command_lines() =>
        CompareAll("in.xml", FloorFromWritten, CompleteAndConvert);

    [Fact]
    public void What_libvirt_refuses_to_convert_is_refused_with_its_code()
    {
        Assert.SkipUnless(Testing.Corpus.Folder is not null, "needs the recorded cases (LODGE_CORPUS)");
        var report = new CorpusReport("corpus argv-error");
        foreach (var folder in Cases("argv-error.txt"))
        {
            var expected = File.ReadAllText(Path.Combine(folder, "argv-error.txt")).Trim();
            var refusal = Refusal(File.ReadAllText(Path.Combine(folder, "in.xml")));
            report.Add(Path.GetFileName(folder), refusal?.Split(' ')[0] == expected.Split(' ')[0]
                ? []
                : [$"wanted {expected}, got {refusal ?? "a command"}"]);
        }

        report.Finish(FloorOfRefusals);
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
        var report = new CorpusReport($"corpus argv of {input}");
        foreach (var folder in Cases("argv.json").Where(folder => File.Exists(Path.Combine(folder, input))))
        {
            report.Add(Path.GetFileName(folder), Compare(folder, input, convert));
        }

        report.Finish(floor);
    }

    private static List<string> Compare(string folder, string input, Func<string, QemuCommand> convert)
    {
        var expected = JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(folder, "argv.json")))!;
        var written = File.ReadAllText(Path.Combine(folder, "in.xml"));
        try
        {
            using var command = convert(File.ReadAllText(Path.Combine(folder, input)));
            return NativeDifference.Between(Normal(expected.Skip(1), written), Normal(command.Arguments, written));
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

    private static QemuCommand CompleteAndConvert(string xml) => Convert(RecordedHost.Complete(xml));

    private static QemuCommand Convert(DomainDefinition definition) => NativeConversion.ConvertAsync(
        definition, RecordedHost.Capabilities(definition), new QemuSettings(), "/var/lib/libvirt/qemu",
        RecordedHost.Services)
        .AsTask().GetAwaiter().GetResult();

    // Nodes behind passed-through SCSI devices are numbered there, and named after the device here. The host's own
    // processor is of the host, and an identity that is made up is another each time.
    private static IEnumerable<string> Normal(IEnumerable<string> arguments, string written)
    {
        var isHostCpu = written.Contains("mode='host-model'", StringComparison.Ordinal)
            || written.Contains("match='minimum'", StringComparison.Ordinal)
            || written.Contains("match=\"minimum\"", StringComparison.Ordinal);
        var before = "";
        foreach (var argument in arguments)
        {
            yield return isHostCpu && before == "-cpu" ? "(the host's)"
                : written.Contains("<genid/>", StringComparison.Ordinal)
                && argument.Contains("vmgenid", StringComparison.Ordinal)
                    ? "vmgenid"
                : HostdevNode().Replace(argument, "libvirt-HOSTDEV-backend");
            before = argument;
        }
    }

    [GeneratedRegex(@"libvirt-[a-z0-9-]+-backend")]
    private static partial Regex HostdevNode();
}
