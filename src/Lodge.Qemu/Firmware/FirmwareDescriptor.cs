using System.IO.Enumeration;
using System.Text.Json;

namespace Lodge.Qemu.Firmware;

/// <summary>A firmware that is installed on the host, as its descriptor tells.</summary>
/// <remarks>Source: QEMU, <c>docs/interop/firmware.json</c>.</remarks>
public sealed class FirmwareDescriptor
{
    private readonly HashSet<string> _interfaces = [];
    private readonly HashSet<string> _features = [];
    private readonly List<(string Architecture, string Machine)> _targets = [];

    private FirmwareDescriptor()
    {
    }

    /// <summary>Whether it is in flash chips (otherwise in memory, as a BIOS is).</summary>
    public bool IsFlash { get; private init; }

    /// <summary>The image.</summary>
    public required string Path { get; init; }

    /// <summary>What a guest's variables start from; null where it keeps none.</summary>
    public string? Template { get; private init; }

    /// <summary>Whether it has an interface: <c>uefi</c> or <c>bios</c>.</summary>
    public bool Speaks(string name) => _interfaces.Contains(name);

    /// <summary>
    /// Whether it has a feature: <c>secure-boot</c>, <c>enrolled-keys</c>, <c>requires-smm</c>, <c>acpi-s3</c> …
    /// </summary>
    public bool Has(string feature) => _features.Contains(feature);

    /// <summary>Whether it runs on a machine.</summary>
    public bool Fits(string architecture, string machine) => _targets.Exists(target =>
        target.Architecture == architecture
        && FileSystemName.MatchesSimpleExpression(target.Machine, machine, ignoreCase: false));

    /// <summary>Reads a descriptor.</summary>
    /// <returns>Null where it describes nothing that QEMU can be given.</returns>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static FirmwareDescriptor? Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (!root.TryGetProperty("mapping", out var mapping)) return null;
        var isFlash = Text(mapping, "device") == "flash";
        var image = isFlash ? Child(mapping, "executable") : mapping;
        var path = Text(image, "filename");
        if (path is null || (isFlash && Text(image, "format") != "raw")) return null;
        var descriptor = new FirmwareDescriptor
        {
            IsFlash = isFlash,
            Path = path,
            Template = isFlash ? Text(Child(mapping, "nvram-template"), "filename") : null,
        };
        descriptor._interfaces.UnionWith(Texts(root, "interface-types"));
        descriptor._features.UnionWith(Texts(root, "features"));
        foreach (var target in Children(root, "targets"))
        {
            var architecture = Text(target, "architecture") ?? "";
            descriptor._targets.AddRange(Texts(target, "machines").Select(machine => (architecture, machine)));
        }

        return descriptor;
    }

    private static JsonElement Child(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement.ArrayEnumerator Children(JsonElement element, string name) =>
        Child(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static IEnumerable<string> Texts(JsonElement element, string name) => Children(element, name)
        .Where(text => text.ValueKind == JsonValueKind.String)
        .Select(text => text.GetString()!);
}
