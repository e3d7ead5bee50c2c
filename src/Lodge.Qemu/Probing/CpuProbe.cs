using System.Collections.Frozen;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Probing;

/// <summary>Asks a QEMU about the CPUs that its guests can have under the accelerator it runs with.</summary>
internal static class CpuProbe
{
    private const string HypervPrefix = "hv-";

    // The enlightenments that a domain's XML can name, in libvirt's order.
    private static readonly string[] HypervFeatures =
    [
        "relaxed", "vapic", "spinlocks", "vpindex", "runtime", "synic", "stimer", "reset", "vendor_id", "frequencies",
        "reenlightenment", "tlbflush", "ipi", "evmcs", "avic",
    ];

    public static async Task<QemuAccelerator> AskAsync(
        QmpClient monitor, bool isKvm, CancellationToken cancellationToken)
    {
        var models = monitor.ExecuteAsync("query-cpu-definitions", null, ReadModels, cancellationToken);
        var fullest = isKvm ? "host" : "max";
        var migratable = ExpandAsync(monitor, "static", fullest, null, cancellationToken);
        var complete = ExpandAsync(monitor, "static", fullest, ("migratable", false), cancellationToken);
        var hyperv = ExpandAsync(monitor, "full", fullest, ("hv-passthrough", true), cancellationToken);
        return new QemuAccelerator
        {
            CpuModels = await models,
            FullestCpu = Combine(await migratable, await complete),
            HypervFeatures = ReadHyperv(await hyperv),
        };
    }

    /// <summary>
    /// Says of each feature whether it can be migrated: one that only the complete CPU has cannot be, and the guest can
    /// have it nonetheless.
    /// </summary>
    internal static QemuCpuExpansion? Combine(QemuCpuExpansion? migratable, QemuCpuExpansion? complete)
    {
        if (migratable is null || complete is null) return migratable;
        var features = new Dictionary<string, QemuCpuFeature>(migratable.Features.Count, StringComparer.Ordinal);
        foreach (var (name, feature) in migratable.Features)
        {
            features[name] = (feature.IsOn, complete.Features.GetValueOrDefault(name).IsOn) switch
            {
                (true, _) => new QemuCpuFeature(true, true),
                (false, true) => new QemuCpuFeature(true, false),
                _ => new QemuCpuFeature(false, false),
            };
        }

        return migratable with { Features = features };
    }

    private static async Task<QemuCpuExpansion?> ExpandAsync(
        QmpClient monitor,
        string type,
        string model,
        (string Name, bool Value)? property,
        CancellationToken cancellationToken)
    {
        try
        {
            return await monitor.ExecuteAsync(
                "query-cpu-model-expansion",
                json => WriteModel(json, type, model, property),
                ReadExpansion,
                cancellationToken);
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException)
        {
            return null;
        }
    }

    private static void WriteModel(Utf8JsonWriter json, string type, string model, (string Name, bool Value)? property)
    {
        json.WriteString("type", type);
        json.WriteStartObject("model");
        json.WriteString("name", model);
        if (property is var (name, value))
        {
            json.WriteStartObject("props");
            json.WriteBoolean(name, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static QemuCpuExpansion ReadExpansion(JsonElement answer)
    {
        var model = answer.GetProperty("model");
        var features = new Dictionary<string, QemuCpuFeature>(StringComparer.Ordinal);
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in model.GetProperty("props").EnumerateObject())
        {
            switch (property.Value.ValueKind)
            {
                case JsonValueKind.True or JsonValueKind.False:
                    features[property.Name] = new QemuCpuFeature(property.Value.GetBoolean(), false);
                    break;
                case JsonValueKind.Number when property.Value.TryGetInt64(out var number):
                    numbers[property.Name] = number;
                    break;
                case JsonValueKind.String:
                    texts[property.Name] = property.Value.GetString() ?? "";
                    break;
                default:
                    break;
            }
        }

        return new QemuCpuExpansion
        {
            Name = model.Text("name"), Features = features, Numbers = numbers, Texts = texts,
        };
    }

    private static string[] ReadHyperv(QemuCpuExpansion? cpu)
    {
        if (cpu is null) return [];
        var on = cpu.Features.Where(pair => pair.Value.IsOn).Select(pair => pair.Key)
            .Concat(cpu.Numbers.Where(pair => pair.Value > 0).Select(pair => pair.Key))
            .Concat(cpu.Texts.Keys)
            .Where(name => name.StartsWith(HypervPrefix, StringComparison.Ordinal))
            .Select(name => name[HypervPrefix.Length..].Replace('-', '_'))
            .ToHashSet(StringComparer.Ordinal);
        return [.. HypervFeatures.Where(on.Contains)];
    }

    private static QemuCpuModel[] ReadModels(JsonElement answer) =>
    [
        .. answer.EnumerateArray().Select(model => new QemuCpuModel
        {
            Name = model.Text("name"),
            TypeName = model.OptionalText("typename") ?? "",
            UnavailableFeatures = model.TryGetProperty("unavailable-features", out var missing)
                ? [.. missing.EnumerateArray().Select(feature => feature.GetString() ?? "")]
                : null,
            IsDeprecated = model.OptionalFlag("deprecated") ?? false,
        }),
    ];
}
