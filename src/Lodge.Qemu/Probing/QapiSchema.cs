using System.Text.Json;

namespace Lodge.Qemu.Probing;

/// <summary>QEMU's own description of its interface (QMP <c>query-qmp-schema</c>), asked by paths.</summary>
/// <remarks>
/// A path begins with a command or event and <c>arg-type</c> or <c>ret-type</c>, and goes on with a member's name,
/// <c>*name</c> (an optional member), <c>+name</c> (a variant), <c>^name</c> (a value of an enumeration), <c>$name</c>
/// (a
/// feature) or <c>!name</c> (a JSON type), as libvirt writes such paths. Arrays stand for their elements; of
/// alternatives, any may match. Source: QEMU's <c>qapi/introspect.json</c>.
/// </remarks>
internal sealed class QapiSchema
{
    // Types can contain themselves; no path of ours goes through this many.
    private const int MaxSteps = 100;

    private readonly Dictionary<string, JsonElement> _entities = new(StringComparer.Ordinal);

    /// <summary>Takes the whole answer; the element must live as long as this.</summary>
    public QapiSchema(JsonElement answer)
    {
        foreach (var entity in answer.EnumerateArray()) _entities[NameOf(entity)] = entity;
    }

    /// <summary>Whether the interface has what a path leads to.</summary>
    public bool Has(string path)
    {
        var steps = path.Split('/');
        return Find(steps[0]) is { } entity && Walk(entity, steps.AsSpan(1), MaxSteps);
    }

    private bool Walk(JsonElement entity, ReadOnlySpan<string> steps, int left)
    {
        if (steps.IsEmpty) return true;
        if (left == 0) return false;
        return entity.GetProperty("meta-type").GetString() switch
        {
            "command" or "event" => WalkCommand(entity, steps, left),
            "object" => WalkObject(entity, steps, left),
            "array" => Follow(entity, "element-type", steps, left),
            "alternate" => WalkAlternate(entity, steps, left),
            "enum" => WalkEnum(entity, steps),
            "builtin" => steps.Length == 1 && steps[0] == "!" + entity.GetProperty("json-type").GetString(),
            _ => false,
        };
    }

    private bool WalkCommand(JsonElement entity, ReadOnlySpan<string> steps, int left) =>
        steps[0][0] == '$' ? HasFeature(entity, steps) : Follow(entity, steps[0], steps[1..], left);

    private bool WalkObject(JsonElement entity, ReadOnlySpan<string> steps, int left)
    {
        var step = steps[0];
        switch (step[0])
        {
            case '$':
                return HasFeature(entity, steps);
            case '+':
                foreach (var variant in Items(entity, "variants"))
                {
                    if (variant.GetProperty("case").ValueEquals(step.AsSpan(1)))
                        return Follow(variant, "type", steps[1..], left);
                }

                return false;
            default:
                var mustBeOptional = step[0] == '*';
                foreach (var member in Items(entity, "members"))
                {
                    if (!member.GetProperty("name").ValueEquals(mustBeOptional ? step.AsSpan(1) : step)) continue;
                    if (mustBeOptional && !member.TryGetProperty("default", out _)) return false;
                    return steps.Length > 1 && steps[1][0] == '$'
                        ? HasFeature(member, steps[1..])
                        : Follow(member, "type", steps[1..], left);
                }

                return false;
        }
    }

    private bool WalkAlternate(JsonElement entity, ReadOnlySpan<string> steps, int left)
    {
        foreach (var member in Items(entity, "members"))
        {
            if (Follow(member, "type", steps, left)) return true;
        }

        return false;
    }

    private static bool WalkEnum(JsonElement entity, ReadOnlySpan<string> steps)
    {
        if (steps[0][0] == '$') return HasFeature(entity, steps);
        if (steps[0][0] != '^') return false;
        var value = steps[0].AsSpan(1);
        foreach (var member in Items(entity, "members"))
        {
            if (member.GetProperty("name").ValueEquals(value))
                return steps.Length == 1 || HasFeature(member, steps[1..]);
        }

        // QEMU before 6.2 lists bare values.
        foreach (var known in Items(entity, "values"))
        {
            if (known.ValueEquals(value)) return steps.Length == 1;
        }

        return false;
    }

    private static bool HasFeature(JsonElement entity, ReadOnlySpan<string> steps)
    {
        if (steps.Length != 1) return false;
        foreach (var feature in Items(entity, "features"))
        {
            if (feature.ValueEquals(steps[0].AsSpan(1))) return true;
        }

        return false;
    }

    private bool Follow(JsonElement entity, string member, ReadOnlySpan<string> steps, int left) =>
        entity.TryGetProperty(member, out var type)
        && Find(type.GetString()) is { } next
        && Walk(next, steps, left - 1);

    private JsonElement? Find(string? name) =>
        name is not null && _entities.TryGetValue(name, out var entity) ? entity : null;

    private static string NameOf(JsonElement entity) => entity.GetProperty("name").GetString() ?? "";

    private static JsonElement.ArrayEnumerator Items(JsonElement entity, string name) =>
        entity.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;
}
