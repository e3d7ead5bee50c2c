using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>JSON that goes to QEMU's monitor and comes from it.</summary>
internal static class QmpText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The command that a person's words stand for: JSON as it is, or a command's name with arguments that are a JSON
    /// object or members of one.
    /// </summary>
    internal static string Compose(string[] words)
    {
        var whole = string.Join(' ', words);
        if (Object(whole) is not null)
        {
            return whole;
        }

        var command = new JsonObject { ["execute"] = words[0] };
        if (words.Length > 1)
        {
            var rest = string.Join(' ', words[1..]);
            command["arguments"] = Object(rest) ?? Object("{" + string.Join(',', words[1..]) + "}")
                ?? throw new CommandFailure($"failed to wrap arguments '{rest}' into a QMP command wrapper");
        }

        return Format(command);
    }

    /// <summary>JSON laid out over lines; null when the text is no JSON.</summary>
    internal static string? Pretty(string json) => Parse(json) is { } node ? LaidOut(node) : null;

    /// <summary>What a command returned.</summary>
    /// <exception cref="CommandFailure">QEMU did not answer with a return value.</exception>
    internal static string ReturnValue(string json, bool pretty)
    {
        var answer = Parse(json) ?? throw new CommandFailure("failed to parse JSON returned by qemu");
        var value = (answer as JsonObject)?["return"] ?? throw new CommandFailure("'return' member missing");
        return pretty ? LaidOut(value) : Format(value);
    }

    private static JsonObject? Object(string json) => Parse(json) as JsonObject;

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string LaidOut(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.ToString();
    }

    /// <summary>
    /// Lays out as libvirt's JSON library does: each member on its line, and a blank line where there is none.
    /// </summary>
    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        const int Step = 2;
        var (open, close) = node is JsonArray ? ('[', ']') : ('{', '}');
        IEnumerable<(string Label, JsonNode? Value)> members;
        switch (node)
        {
            case JsonObject known:
                members = known.Select(static member => ($"{Format(JsonValue.Create(member.Key))}: ", member.Value));
                break;
            case JsonArray list:
                members = list.Select(static item => ("", item));
                break;
            default:
                text.Append(node is null ? "null" : Format(node));
                return;
        }

        text.Append(open).Append('\n');
        var separator = "";
        foreach (var (label, value) in members)
        {
            text.Append(separator).Append(' ', (depth + 1) * Step).Append(label);
            Append(text, value, depth + 1);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', depth * Step).Append(close);
    }

    private static string Format(JsonNode node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            node.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
