using System.IO.Enumeration;
using System.Text.Json;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Probing;

/// <summary>The firmware that is installed, as its descriptors tell.</summary>
/// <remarks>Source: QEMU's <c>docs/interop/firmware.json</c>; the folders and their order are libvirt's.</remarks>
public static class FirmwareDescriptors
{
    private static readonly string[] Folders =
        ["/usr/share/qemu/firmware", "/etc/qemu/firmware"];

    /// <summary>Reads all descriptors, in the order of preference. One of the same name in a later folder takes the place of an earlier.</summary>
    public static IReadOnlyList<FirmwareDescriptor> Read() => Read(Folders);

    internal static IReadOnlyList<FirmwareDescriptor> Read(IEnumerable<string> folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.json")) files[Path.GetFileName(path)] = path;
        }

        return [.. files.Values.Select(ReadFile).OfType<FirmwareDescriptor>()];
    }

    private static FirmwareDescriptor? ReadFile(string path)
    {
        try
        {
            var text = File.ReadAllBytes(path);

            // An empty file hides the one of the same name that comes with the distribution.
            if (text.Length == 0) return null;
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FirmwareDescriptor Read(JsonElement json)
    {
        var mapping = json.GetProperty("mapping");
        return new FirmwareDescriptor
        {
            Interfaces = Texts(json.GetProperty("interface-types")),
            Device = mapping.Text("device"),
            Executable = mapping.OptionalObject("executable")?.OptionalText("filename") ?? mapping.OptionalText("filename") ?? "",
            NvramTemplate = mapping.OptionalObject("nvram-template")?.OptionalText("filename"),
            Format = mapping.OptionalObject("executable")?.OptionalText("format") ?? "raw",
            Targets =
            [
                .. json.GetProperty("targets").EnumerateArray().SelectMany(target =>
                    Texts(target.GetProperty("machines")).Select(machine => (target.Text("architecture"), machine))),
            ],
            Features = Texts(json.GetProperty("features")),
        };
    }

    private static string[] Texts(JsonElement array) =>
        [.. array.EnumerateArray().Select(item => item.GetString() ?? "")];
}

/// <summary>One firmware.</summary>
public sealed record FirmwareDescriptor
{
    /// <summary>What it is to the guest: <c>uefi</c>, <c>bios</c>.</summary>
    public required IReadOnlyList<string> Interfaces { get; init; }

    /// <summary>How it is put in: <c>flash</c>, <c>memory</c>, <c>kernel</c>.</summary>
    public required string Device { get; init; }

    /// <summary>The file.</summary>
    public required string Executable { get; init; }

    /// <summary>What a guest's variables begin as, or null.</summary>
    public string? NvramTemplate { get; init; }

    /// <summary>The format of the file: <c>raw</c>, <c>qcow2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Where it fits: an architecture with a pattern of machine types.</summary>
    public required IReadOnlyList<(string Architecture, string Machine)> Targets { get; init; }

    /// <summary>What it has: <c>secure-boot</c>, <c>enrolled-keys</c>, <c>requires-smm</c> …</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Whether it fits a machine type.</summary>
    public bool Fits(string architecture, string machine) => Targets.Any(target =>
        target.Architecture == (architecture == "i686" ? "i386" : architecture)
        && FileSystemName.MatchesSimpleExpression(target.Machine, machine, ignoreCase: false));
}
