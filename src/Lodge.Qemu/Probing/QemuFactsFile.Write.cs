using System.Text.Json;

namespace Lodge.Qemu.Probing;

internal static partial class QemuFactsFile
{
    public static void Write(Stream stream, QemuFacts facts)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("binary", facts.Binary);
        WriteIdentity(json, facts.Identity);
        json.WriteNumber("version", facts.Version);
        json.WriteString("package", facts.Package);
        json.WriteString("architecture", facts.Architecture);
        json.WriteBoolean("virtio-blk-scsi-off", facts.VirtioBlkScsiOff);
        WriteSet(json, "commands", facts.Commands);
        WriteSet(json, "types", facts.Types);
        WriteSets(json, "properties", facts.Properties);
        WriteSets(json, "options", facts.Options);
        WriteSet(json, "schema-paths", facts.SchemaPaths);
        WriteSet(json, "migration", facts.MigrationCapabilities);
        WriteSet(json, "tpm-models", facts.TpmModels);
        WriteSet(json, "tpm-backends", facts.TpmBackends);
        json.WriteStartArray("machines");
        foreach (var machine in facts.Machines) WriteMachine(json, machine);
        json.WriteEndArray();
        if (facts.Kvm is { } kvm) WriteAccelerator(json, "kvm", kvm);
        if (facts.Tcg is { } tcg) WriteAccelerator(json, "tcg", tcg);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, BinaryIdentity identity)
    {
        json.WriteStartObject("identity");
        json.WriteString("path", identity.Path);
        json.WriteNumber("size", identity.Size);
        json.WriteNumber("modified", identity.Modified);
        json.WriteNumber("changed", identity.Changed);
        json.WriteBoolean("kvm", identity.KvmUsable);
        json.WriteEndObject();
    }

    private static void WriteMachine(Utf8JsonWriter json, QemuMachine machine)
    {
        json.WriteStartObject();
        json.WriteString("name", machine.Name);
        if (machine.Alias is { } alias) json.WriteString("alias", alias);
        json.WriteBoolean("default", machine.IsDefault);
        json.WriteNumber("max-cpus", machine.MaxCpus);
        json.WriteBoolean("hotpluggable-cpus", machine.HotpluggableCpus);
        json.WriteBoolean("numa-mem", machine.NumaMemSupported);
        if (machine.DefaultCpu is { } cpu) json.WriteString("default-cpu", cpu);
        if (machine.DefaultRamId is { } ram) json.WriteString("default-ram-id", ram);
        json.WriteBoolean("deprecated", machine.IsDeprecated);
        json.WriteEndObject();
    }

    private static void WriteAccelerator(Utf8JsonWriter json, string name, QemuAccelerator accelerator)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("cpus");
        foreach (var model in accelerator.CpuModels)
        {
            json.WriteStartObject();
            json.WriteString("name", model.Name);
            json.WriteString("type", model.TypeName);
            if (model.UnavailableFeatures is { } missing) WriteSet(json, "unavailable", missing, sort: false);
            json.WriteBoolean("deprecated", model.IsDeprecated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSet(json, "hyperv", accelerator.HypervFeatures, sort: false);
        if (accelerator.FullestCpu is { } cpu) WriteExpansion(json, cpu);
        json.WriteEndObject();
    }

    private static void WriteExpansion(Utf8JsonWriter json, QemuCpuExpansion cpu)
    {
        json.WriteStartObject("fullest");
        json.WriteString("name", cpu.Name);
        json.WriteStartObject("features");
        foreach (var (name, feature) in cpu.Features.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(name, (feature.IsOn ? 1 : 0) | (feature.IsMigratable ? 2 : 0));
        json.WriteEndObject();
        json.WriteStartObject("numbers");
        foreach (var (name, number) in cpu.Numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(name, number);
        json.WriteEndObject();
        json.WriteStartObject("texts");
        foreach (var (name, text) in cpu.Texts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(name, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSets(
        Utf8JsonWriter json, string name, IReadOnlyDictionary<string, System.Collections.Frozen.FrozenSet<string>> sets)
    {
        json.WriteStartObject(name);
        foreach (var (key, set) in sets.OrderBy(pair => pair.Key, StringComparer.Ordinal)) WriteSet(json, key, set);
        json.WriteEndObject();
    }

    private static void WriteSet(Utf8JsonWriter json, string name, IEnumerable<string> values, bool sort = true)
    {
        json.WriteStartArray(name);
        foreach (var value in sort ? values.Order(StringComparer.Ordinal) : values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
