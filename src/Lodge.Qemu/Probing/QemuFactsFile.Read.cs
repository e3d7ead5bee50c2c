using System.Collections.Frozen;
using System.Text.Json;

namespace Lodge.Qemu.Probing;

internal static partial class QemuFactsFile
{
    public static QemuFacts Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            throw new InvalidDataException("the file of QEMU capabilities is damaged; it can be deleted", cause);
        }
    }

    private static QemuFacts Read(JsonElement root)
    {
        if (root.GetProperty("format").GetInt32() != Format)
            throw new InvalidDataException("the file of QEMU capabilities has another format; it can be deleted");

        return new QemuFacts
        {
            Binary = Text(root, "binary"),
            Identity = ReadIdentity(root.GetProperty("identity")),
            Version = root.GetProperty("version").GetInt32(),
            Package = Text(root, "package"),
            Architecture = Text(root, "architecture"),
            VirtioBlkScsiOff = root.GetProperty("virtio-blk-scsi-off").GetBoolean(),
            Commands = ReadSet(root.GetProperty("commands")),
            Types = ReadSet(root.GetProperty("types")),
            Properties = ReadSets(root.GetProperty("properties")),
            Options = ReadSets(root.GetProperty("options")),
            SchemaPaths = ReadSet(root.GetProperty("schema-paths")),
            MigrationCapabilities = ReadSet(root.GetProperty("migration")),
            TpmModels = ReadSet(root.GetProperty("tpm-models")),
            TpmBackends = ReadSet(root.GetProperty("tpm-backends")),
            Machines = [.. root.GetProperty("machines").EnumerateArray().Select(ReadMachine)],
            Kvm = root.TryGetProperty("kvm", out var kvm) ? ReadAccelerator(kvm) : null,
            Tcg = root.TryGetProperty("tcg", out var tcg) ? ReadAccelerator(tcg) : null,
        };
    }

    private static BinaryIdentity ReadIdentity(JsonElement json) => new(
        Text(json, "path"),
        json.GetProperty("size").GetInt64(),
        json.GetProperty("modified").GetInt64(),
        json.GetProperty("changed").GetInt64(),
        json.GetProperty("kvm").GetBoolean());

    private static QemuMachine ReadMachine(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Alias = OptionalText(json, "alias"),
        IsDefault = json.GetProperty("default").GetBoolean(),
        MaxCpus = json.GetProperty("max-cpus").GetInt32(),
        HotpluggableCpus = json.GetProperty("hotpluggable-cpus").GetBoolean(),
        NumaMemSupported = json.GetProperty("numa-mem").GetBoolean(),
        DefaultCpu = OptionalText(json, "default-cpu"),
        DefaultRamId = OptionalText(json, "default-ram-id"),
        IsDeprecated = json.GetProperty("deprecated").GetBoolean(),
    };

    private static QemuAccelerator ReadAccelerator(JsonElement json) => new()
    {
        CpuModels = [.. json.GetProperty("cpus").EnumerateArray().Select(ReadCpuModel)],
        HypervFeatures = ReadList(json.GetProperty("hyperv")),
        FullestCpu = json.TryGetProperty("fullest", out var cpu) ? ReadExpansion(cpu) : null,
    };

    private static QemuCpuModel ReadCpuModel(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        TypeName = Text(json, "type"),
        UnavailableFeatures = json.TryGetProperty("unavailable", out var missing) ? ReadList(missing) : null,
        IsDeprecated = json.GetProperty("deprecated").GetBoolean(),
    };

    private static QemuCpuExpansion ReadExpansion(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Features = json.GetProperty("features").EnumerateObject().ToFrozenDictionary(
            member => member.Name,
            member => new QemuCpuFeature((member.Value.GetInt32() & 1) != 0, (member.Value.GetInt32() & 2) != 0)),
        Numbers = json.GetProperty("numbers").EnumerateObject()
            .ToFrozenDictionary(member => member.Name, member => member.Value.GetInt64()),
        Texts = json.GetProperty("texts").EnumerateObject()
            .ToFrozenDictionary(member => member.Name, member => member.Value.GetString() ?? ""),
    };

    private static FrozenDictionary<string, FrozenSet<string>> ReadSets(JsonElement json) =>
        json.EnumerateObject().ToFrozenDictionary(member => member.Name, member => ReadSet(member.Value));

    private static FrozenSet<string> ReadSet(JsonElement json) => ReadList(json).ToFrozenSet(StringComparer.Ordinal);

    private static string[] ReadList(JsonElement json) =>
        [.. json.EnumerateArray().Select(item => item.GetString() ?? "")];

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static string? OptionalText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
