using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lodge.Testing.CommandLines;

/// <summary>
/// One option of a QEMU command line, with its value taken apart so that order and spelling do not matter.
/// </summary>
public sealed partial class NativeOption
{
    private NativeOption(string name, SortedDictionary<string, string> values)
    {
        Name = name;
        Values = values;
        Canonical = name + " " + string.Join(' ', values.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    /// <summary>The option with its dash.</summary>
    public string Name { get; }

    /// <summary>Its values by their paths.</summary>
    public SortedDictionary<string, string> Values { get; }

    /// <summary>The whole option, the same for all spellings of it.</summary>
    public string Canonical { get; }

    /// <summary>What tells this option from its like: the id, node name or driver.</summary>
    public string Identity
    {
        get
        {
            foreach (var key in (string[])["id", "node-name", "nodeid", "driver", "type"])
            {
                if (Values.TryGetValue(key, out var value)) return $"{Name} {key}={value}";
            }

            return Name;
        }
    }

    /// <summary>What kind of thing the option makes: for grouping differences.</summary>
    public string Kind
    {
        get
        {
            foreach (var key in (string[])["driver", "qom-type", "type", ""])
            {
                if (Values.TryGetValue(key, out var value)) return $"{Name} {value}";
            }

            return Name;
        }
    }

    /// <summary>The options of a command line.</summary>
    public static List<NativeOption> ParseAll(IEnumerable<string> arguments)
    {
        var options = new List<NativeOption>();
        string? pending = null;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-') && argument.Length > 1 && !char.IsDigit(argument[1]))
            {
                if (pending is not null) options.Add(new(pending, []));
                pending = argument;
            }
            else
            {
                options.Add(new(pending ?? "(none)", ParseValue(pending, argument)));
                pending = null;
            }
        }

        if (pending is not null) options.Add(new(pending, []));
        return options;
    }

    private static SortedDictionary<string, string> ParseValue(string? option, string value)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (value.StartsWith('{'))
        {
            using var json = JsonDocument.Parse(value);
            Flatten(json.RootElement, "", values);
        }
        else if (option is "-append" or "-kernel" or "-initrd" or "-uuid" or "-bios" or "-k" or "-dtb")
        {
            values[""] = value;
        }
        else
        {
            foreach (var item in SplitAtCommas(value))
            {
                var equals = item.IndexOf('=', StringComparison.Ordinal);
                var key = equals < 0 ? "" : item[..equals];
                var text = equals < 0 ? item : item[(equals + 1)..];
                values[key] = values.TryGetValue(key, out var before) ? before + "|" + text : text;
            }
        }

        Normalise(option, values);
        return values;
    }

    private static void Normalise(string? option, SortedDictionary<string, string> values)
    {
        foreach (var key in (string[])["fd", "fds", "vhostfd", "vhostfds"])
        {
            if (values.ContainsKey(key)) values[key] = "FD";
        }

        // Secrets are encrypted with a new key each time.
        if (values.GetValueOrDefault("qom-type") == "secret" && values.ContainsKey("iv"))
        {
            values["iv"] = values["data"] = "RANDOM";
        }

        // A clock that runs from now is another time each time it is written.
        if (option == "-rtc" && Timestamp().IsMatch(values["base"])) values["base"] = "NOW";
    }

    private static void Flatten(JsonElement element, string path, SortedDictionary<string, string> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Flatten(member.Value, path.Length == 0 ? member.Name : path + "." + member.Name, values);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Flatten(item, $"{path}[{index++}]", values);
                }

                break;
            case JsonValueKind.String:
                values[path] = element.GetString()!;
                break;
            default:
                values[path] = element.GetRawText();
                break;
        }
    }

    private static List<string> SplitAtCommas(string text)
    {
        var items = new List<string>();
        var item = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ',')
            {
                item.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == ',')
            {
                item.Append(',');
                i++;
            }
            else
            {
                items.Add(item.ToString());
                item.Clear();
            }
        }

        items.Add(item.ToString());
        return items;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT")]
    private static partial Regex Timestamp();
}
