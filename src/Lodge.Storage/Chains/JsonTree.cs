using System.Globalization;
using System.Text.Json;

namespace Lodge.Storage.Chains;

/// <summary>
/// A JSON value whose dotted names (<c>"file.server.0.host"</c>) have been turned into objects and lists.
/// </summary>
internal sealed class JsonTree
{
    private const int DeepestNesting = 32;
    private const int MostNames = 256;

    private Dictionary<string, JsonTree>? _members;
    private List<JsonTree>? _items;

    private JsonTree()
    {
    }

    /// <summary>Its text, where it is a string.</summary>
    public string? Text { get; private init; }

    /// <summary>Its digits, where it is a number.</summary>
    public string? Number { get; private init; }

    /// <summary>Its value, where it is true or false.</summary>
    public bool? Flag { get; private init; }

    /// <summary>The values inside, where it is a list; null where it is none.</summary>
    public IReadOnlyList<JsonTree>? Items => _items;

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => _members is not null;

    /// <summary>A member of an object; null where there is none.</summary>
    public JsonTree? this[string name] => _members?.GetValueOrDefault(name);

    /// <summary>The text of a member.</summary>
    public string? TextOf(string name) => this[name]?.Text;

    /// <summary>A member that is an object.</summary>
    public JsonTree? ObjectOf(string name) => this[name] is { IsObject: true } member ? member : null;

    /// <summary>A member that is a whole number; false where it is something else.</summary>
    public bool TryNumber(string name, out ulong value) => ulong.TryParse(
        this[name]?.Number, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a text.</summary>
    /// <exception cref="Protocol.Errors.VirException">It is no JSON, or its names collide.</exception>
    public static JsonTree Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Broken(text, "no object");
            var root = Read(document.RootElement);
            root.MakeLists();
            return root;
        }
        catch (JsonException broken)
        {
            throw Broken(text, broken.Message);
        }
    }

    private static Protocol.Errors.VirException Broken(string text, string why) =>
        StorageError.Internal($"cannot parse json {text}: {why}");

    private static JsonTree Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ReadObject(element),
        JsonValueKind.Array => new() { _items = [.. element.EnumerateArray().Select(Read)] },
        JsonValueKind.String => new() { Text = element.GetString() },
        JsonValueKind.Number => new() { Number = element.GetRawText() },
        JsonValueKind.True or JsonValueKind.False => new() { Flag = element.GetBoolean() },
        _ => new(),
    };

    private static JsonTree ReadObject(JsonElement element)
    {
        var tree = new JsonTree { _members = [] };
        foreach (var member in element.EnumerateObject())
        {
            Put(tree, member.Name, Read(member.Value));
        }

        return tree;
    }

    private static void Put(JsonTree tree, string name, JsonTree value)
    {
        var levels = name.Split('.');
        if (levels.Length > DeepestNesting) throw StorageError.Argument($"invalid nested value key '{name}'");
        foreach (var level in levels.SkipLast(1))
        {
            var members = tree._members ?? throw StorageError.Argument(
                "mixing nested objects and values is forbidden in JSON deflattening");
            if (!members.TryGetValue(level, out var next)) members[level] = next = new JsonTree { _members = [] };
            tree = next;
        }

        if (tree._members is null)
        {
            throw StorageError.Argument("mixing nested objects and values is forbidden in JSON deflattening");
        }

        if (tree._members.Count >= MostNames || !tree._members.TryAdd(levels[^1], value))
        {
            throw StorageError.Argument($"can't deflatten colliding key '{levels[^1]}'");
        }
    }

    // An object whose names are 0, 1, 2 … is a list that was written flat.
    private void MakeLists()
    {
        if (_members is null) return;
        foreach (var member in _members.Values)
        {
            member.MakeLists();
        }

        var items = new List<JsonTree>(_members.Count);
        for (var index = 0; index < _members.Count; index++)
        {
            if (!_members.TryGetValue(index.ToString(CultureInfo.InvariantCulture), out var item)) return;
            items.Add(item);
        }

        if (items.Count > 0) (_members, _items) = (null, items);
    }
}
