using System.Text.Json;

namespace Lodge.Qemu.Qmp;

/// <summary>
/// Reads members of a JSON object by kind. A member that must be there and is not throws
/// <see cref="KeyNotFoundException"/>, one of another kind <see cref="InvalidOperationException"/> or
/// <see cref="FormatException"/>; the caller turns these into a failure that names its command.
/// </summary>
internal static class JsonFields
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    public static long Integer(this JsonElement json, string name) => json.GetProperty(name).GetInt64();

    /// <summary>Reads a number without sign; QEMU writes the upper half of the 64 bits as negative numbers.</summary>
    public static ulong Unsigned(this JsonElement json, string name) => ReadUnsigned(json.GetProperty(name));

    public static string? OptionalText(this JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static bool? OptionalFlag(this JsonElement json, string name) => Find(json, name)?.GetBoolean();

    public static long? OptionalInteger(this JsonElement json, string name) => Find(json, name)?.GetInt64();

    public static ulong? OptionalUnsigned(this JsonElement json, string name) =>
        Find(json, name) is { } value ? ReadUnsigned(value) : null;

    /// <summary>Gives a member as JSON text.</summary>
    public static string? OptionalJson(this JsonElement json, string name) => Find(json, name)?.GetRawText();

    /// <summary>Gives a member that is an object, or null.</summary>
    public static JsonElement? OptionalObject(this JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>Gives the members of an array that may be missing.</summary>
    public static IEnumerable<JsonElement> OptionalArray(this JsonElement json, string name) =>
        Find(json, name) is { } value ? value.EnumerateArray() : [];

    private static JsonElement? Find(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static ulong ReadUnsigned(JsonElement value) =>
        value.TryGetUInt64(out var number) ? number : unchecked((ulong)value.GetInt64());
}
