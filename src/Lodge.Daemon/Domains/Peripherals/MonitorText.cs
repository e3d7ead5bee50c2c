using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Daemon.Domains.Peripherals;

/// <summary>A command to QEMU's monitor as a person wrote it, and the whole answer as text.</summary>
internal static class MonitorText
{
    /// <summary>Executes a command given as JSON.</summary>
    /// <exception cref="VirException">It is no JSON, or the monitor is gone.</exception>
    public static async Task<string> ExecuteAsync(QmpClient monitor, string command)
    {
        using var document = Parse(command);
        var root = document.RootElement;
        if (Refusal(root) is { } refusal)
            return JsonError("GenericError", refusal);
        var verb = root.GetProperty("execute").GetString()!;
        try
        {
            var answer = await monitor.ExecuteAsync(
                verb, json => WriteArguments(root, json), CompactJson.Of);
            return $"{{\"return\":{answer}}}";
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException why)
        {
            return JsonError(why.ErrorClass, why.Message);
        }
    }

    /// <summary>What QEMU answers to JSON that is no command; null where it is one.</summary>
    /// <remarks>
    /// Source: QEMU's <c>monitor/qmp.c</c> and <c>qapi/qmp-dispatch.c</c>. It is not sent: an answer without an id
    /// could not be told from what others wait for.
    /// </remarks>
    internal static string? Refusal(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return "QMP input must be a JSON object";
        var hasVerb = false;
        foreach (var member in root.EnumerateObject())
        {
            switch (member.Name)
            {
                case "execute" when member.Value.ValueKind == JsonValueKind.String:
                    hasVerb = true;
                    break;
                case "execute":
                    return "QMP input member 'execute' must be a string";
                case "arguments" when member.Value.ValueKind != JsonValueKind.Object:
                    return "QMP input member 'arguments' must be an object";
                case "arguments" or "id":
                    break;
                default:
                    return $"QMP input member '{member.Name}' is unexpected";
            }
        }

        return hasVerb ? null : "QMP input lacks member 'execute'";
    }

    private static void WriteArguments(JsonElement root, Utf8JsonWriter json)
    {
        if (!root.TryGetProperty("arguments", out var arguments) || arguments.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in arguments.EnumerateObject())
            member.WriteTo(json);
    }

    private static string JsonError(string errorClass, string description)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("class", errorClass);
            json.WriteString("desc", description);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static JsonDocument Parse(string command)
    {
        try
        {
            return JsonDocument.Parse(command, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException bad)
        {
            throw DomainErrors.Internal($"cannot parse json {command}: {bad.Message}", bad);
        }
    }
}
