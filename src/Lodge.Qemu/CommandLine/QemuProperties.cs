using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lodge.Qemu.CommandLine;

/// <summary>
/// The properties of one QEMU object, device, block node or network back end, in order. The same list is an argument of
/// <c>-object</c>, <c>-device</c>, <c>-blockdev</c> or <c>-netdev</c> (<see cref="ToJson"/>) and the arguments of
/// <c>object-add</c>, <c>device_add</c>, <c>blockdev-add</c> or <c>netdev_add</c> (<see cref="WriteTo"/>).
/// </summary>
public sealed class QemuProperties
{
    // QEMU's parser takes UTF-8 as it is; only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly List<KeyValuePair<string, PropertyValue>> _items = new(12);

    /// <summary>The names and values, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, PropertyValue>> Items => _items;

    /// <summary>A device: its <c>driver</c> first.</summary>
    public static QemuProperties Device(string driver) => new QemuProperties().Add("driver", driver);

    /// <summary>A user-creatable object: its <c>qom-type</c> and <c>id</c> first.</summary>
    public static QemuProperties Object(string qomType, string id) =>
        new QemuProperties().Add("qom-type", qomType).Add("id", id);

    /// <summary>Takes the members of a JSON object over as they are.</summary>
    public static QemuProperties FromJson(JsonElement json)
    {
        var properties = new QemuProperties();
        foreach (var member in json.EnumerateObject())
        {
            properties.AddValue(member.Name, PropertyValue.FromJson(member.Value));
        }

        return properties;
    }

    /// <summary>Adds a value.</summary>
    public QemuProperties AddValue(string name, PropertyValue value)
    {
        _items.Add(new(name, value));
        return this;
    }

    /// <summary>Adds text, unless it is null.</summary>
    public QemuProperties Add(string name, string? text) => text is null ? this : AddValue(name, text);

    /// <summary>Adds a switch, unless it is not set.</summary>
    public QemuProperties Add(string name, bool? on) => on is { } set ? AddValue(name, set) : this;

    /// <summary>Adds a signed number, unless it is not set.</summary>
    public QemuProperties Add(string name, long? number) =>
        number is { } set ? AddValue(name, set) : this;

    /// <summary>Adds an unsigned number, unless it is not set.</summary>
    public QemuProperties Add(string name, ulong? number) =>
        number is { } set ? AddValue(name, set) : this;

    /// <summary>Adds a number, unless it is zero: QEMU's own default then holds.</summary>
    public QemuProperties AddNonZero(string name, ulong? number) => number is null or 0 ? this : Add(name, number);

    /// <summary>Adds a switch that is written only where it is on.</summary>
    public QemuProperties AddIfOn(string name, bool on) => on ? AddValue(name, true) : this;

    /// <summary>Adds text as QEMU's on/off/auto properties take it, unless it is not set.</summary>
    public QemuProperties AddOnOff(string name, bool? on) => on is { } set ? Add(name, set ? "on" : "off") : this;

    /// <summary>Adds an object, unless it is null.</summary>
    public QemuProperties Add(string name, QemuProperties? members) =>
        members is null ? this : AddValue(name, members);

    /// <summary>Adds a list.</summary>
    public QemuProperties AddList(string name, IEnumerable<PropertyValue> items) =>
        AddValue(name, PropertyValue.List(items));

    /// <summary>The text of a property, or null where it is absent or no text.</summary>
    public string? FindText(string name) => Find(name) is { Kind: PropertyKind.Text } value ? value.Text : null;

    /// <summary>A property, or null where it is absent.</summary>
    public PropertyValue? Find(string name)
    {
        foreach (var (key, value) in _items)
        {
            if (key == name) return value;
        }

        return null;
    }

    /// <summary>Takes a property out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => _items.RemoveAll(item => item.Key == name) > 0;

    /// <summary>Writes the properties as a JSON object.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteMembersTo(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the properties as members of an object that is already begun: QMP's <c>arguments</c>.</summary>
    public void WriteMembersTo(Utf8JsonWriter writer)
    {
        foreach (var (name, value) in _items)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    /// <summary>The properties as one line of JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc />
    public override string ToString() => ToJson();
}
