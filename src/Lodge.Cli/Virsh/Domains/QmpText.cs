using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>JSON that goes to QEMU's monitor and comes from it.</summary>
internal static class QmpText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions LaidOut = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
    };

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

        return Format(command, Plain);
    }

    /// <summary>JSON laid out over lines, with a line end; null when the text is no JSON.</summary>
    internal static string? Pretty(string json) => Parse(json) is { } node ? Format(node, LaidOut) + "\n" : null;

    /// <summary>What a command returned.</summary>
    /// <exception cref="CommandFailure">QEMU did not answer with a return value.</exception>
    internal static string ReturnValue(string json, bool pretty)
    {
        var answer = Parse(json) ?? throw new CommandFailure("failed to parse JSON returned by qemu");
        var value = (answer as JsonObject)?["return"] ?? throw new CommandFailure("'return' member missing");
        return pretty ? Format(value, LaidOut) + "\n" : Format(value, Plain);
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

    private static string Format(JsonNode node, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            node.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
