using System.Text.Json;

namespace Lodge.Qemu.CommandLine;

/// <summary>One value of a QEMU property: text, switch, number, nothing, an object or a list of values.</summary>
public readonly struct PropertyValue
{
    private readonly object? _reference;
    private readonly long _bits;

    private PropertyValue(PropertyKind kind, object? reference, long bits)
    {
        Kind = kind;
        _reference = reference;
        _bits = bits;
    }

    /// <summary>What the value is.</summary>
    public PropertyKind Kind { get; }

    /// <summary>The text of a <see cref="PropertyKind.Text"/>.</summary>
    public string Text => (string)_reference!;

    /// <summary>The state of a <see cref="PropertyKind.Switch"/>.</summary>
    public bool IsOn => _bits != 0;

    /// <summary>
    /// The number of a <see cref="PropertyKind.Signed"/> or, by its bits, of a <see cref="PropertyKind.Unsigned"/>.
    /// </summary>
    public long Number => _bits;

    /// <summary>The members of a <see cref="PropertyKind.Object"/>.</summary>
    public QemuProperties Members => (QemuProperties)_reference!;

    /// <summary>The items of a <see cref="PropertyKind.List"/>.</summary>
    public IReadOnlyList<PropertyValue> Items => (PropertyValue[])_reference!;

    /// <summary>A JSON null.</summary>
    public static PropertyValue Null => default;

    /// <summary>Text.</summary>
    public static implicit operator PropertyValue(string text) => new(PropertyKind.Text, text, 0);

    /// <summary>A switch: <c>true</c> in JSON, <c>on</c> in an option string.</summary>
    public static implicit operator PropertyValue(bool on) => new(PropertyKind.Switch, null, on ? 1 : 0);

    /// <summary>A signed number.</summary>
    public static implicit operator PropertyValue(long number) => new(PropertyKind.Signed, null, number);

    /// <summary>An unsigned number.</summary>
    public static implicit operator PropertyValue(ulong number) =>
        new(PropertyKind.Unsigned, null, unchecked((long)number));

    /// <summary>An object.</summary>
    public static implicit operator PropertyValue(QemuProperties members) => new(PropertyKind.Object, members, 0);

    /// <summary>A list.</summary>
    public static PropertyValue List(IEnumerable<PropertyValue> items) => new(PropertyKind.List, items.ToArray(), 0);

    /// <summary>Takes a JSON value over as it is.</summary>
    public static PropertyValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out var signed) => signed,
        JsonValueKind.Number when json.TryGetUInt64(out var unsigned) => unsigned,
        JsonValueKind.Array => List(json.EnumerateArray().Select(FromJson)),
        JsonValueKind.Object => QemuProperties.FromJson(json),
        _ => Null,
    };

    internal void WriteTo(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case PropertyKind.Text:
                writer.WriteStringValue(Text);
                break;
            case PropertyKind.Switch:
                writer.WriteBooleanValue(IsOn);
                break;
            case PropertyKind.Signed:
                writer.WriteNumberValue(_bits);
                break;
            case PropertyKind.Unsigned:
                writer.WriteNumberValue(unchecked((ulong)_bits));
                break;
            case PropertyKind.Object:
                Members.WriteTo(writer);
                break;
            case PropertyKind.List:
                writer.WriteStartArray();
                foreach (var item in Items)
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
