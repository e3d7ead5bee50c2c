using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lodge.Qemu.Tests.Golden;

/// <summary>
/// What stock libvirtd 9.0 makes of elements that a person writes into a domain; <c>tools/golden/record</c> wrote it.
/// </summary>
/// <param name="File">The file that has it.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Given">The elements.</param>
/// <param name="Stored">The lines that they add to the stored definition; null where it was refused.</param>
/// <param name="Command">The options that they add to QEMU's command line; null where there is none.</param>
/// <param name="Refused">Code, part and text of the refusal; null where there was none.</param>
internal sealed partial record GoldenCase(
    string File, string Title, string Given, string[]? Stored, string[]? Command, string? Refused)
{
    private const string Base = """
        <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>golden</name>
          <uuid>6ff4f8c0-2f3e-4d9b-9c35-8a7e0e8d4f11</uuid>
          <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
        </domain>
        """;

    private static readonly string[] s_devices =
    [
        "disk", "controller", "interface", "graphics", "video", "sound", "audio", "serial", "parallel", "console",
        "channel", "input", "hub", "redirdev", "redirfilter", "smartcard", "tpm", "rng", "watchdog", "panic",
        "memballoon", "shmem", "iommu", "vsock", "filesystem", "hostdev", "crypto", "lease",
    ];

    /// <summary>Every case of every file.</summary>
    public static IEnumerable<GoldenCase> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden", "Domains"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read)];

    /// <summary>The machine that the guest has.</summary>
    public string Machine => Title.EndsWith("[q35]", StringComparison.Ordinal) ? "pc-q35-7.2" : "pc-i440fx-7.2";

    /// <summary>The guest with the elements in it.</summary>
    public string Domain => DomainWith(Given);

    /// <summary>The same guest with nothing in it.</summary>
    public string EmptyDomain => DomainWith("");

    private static IEnumerable<GoldenCase> Read(string file) =>
        from block in CaseBegin().Split(System.IO.File.ReadAllText(file))
        where block.Length > 0
        let title = block[2..block.IndexOf('\n', StringComparison.Ordinal)]
        let parts = PartBegin().Split(block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..])
        select new GoldenCase(
            Path.GetFileNameWithoutExtension(file), title, parts[0],
            Part(parts, "stored"), Part(parts, "command"), Part(parts, "refused") is [var only] ? only : null);

    private static string[]? Part(string[] parts, string name) =>
        parts.FirstOrDefault(part => part.StartsWith(name + "\n", StringComparison.Ordinal)) is { } found
            ? found.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..]
            : null;

    private string DomainWith(string given)
    {
        var domain = XElement.Parse(Base);
        var devices = domain.Element("devices")!;
        var text = given.Replace("{machine}", Machine, StringComparison.Ordinal);
        var elements = XElement.Parse(
            $"<x xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>{text}</x>", LoadOptions.PreserveWhitespace);
        foreach (var element in elements.Elements())
        {
            (s_devices.Contains(element.Name.ToString()) ? devices : domain).Add(element);
        }

        if (domain.Element("memory") is null) domain.Add(XElement.Parse("<memory unit='MiB'>64</memory>"));
        if (domain.Element("os") is null)
        {
            domain.Add(XElement.Parse($"<os><type arch='x86_64' machine='{Machine}'>hvm</type></os>"));
        }

        return domain.ToString(SaveOptions.DisableFormatting);
    }

    [GeneratedRegex("^(?=# )", RegexOptions.Multiline)]
    private static partial Regex CaseBegin();

    [GeneratedRegex("^-- ", RegexOptions.Multiline)]
    private static partial Regex PartBegin();
}
