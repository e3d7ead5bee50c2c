using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Daemon.Domains.Peripherals;

/// <summary>A command to QEMU's monitor as a person wrote it, and the whole answer as text.</summary>
internal static class MonitorText
{
    /// <summary>Executes a command given as JSON.</summary>
    /// <exception cref="VirException">It is no JSON object with <c>execute</c>, or the monitor is gone.</exception>
    public static async Task<string> ExecuteAsync(QmpClient monitor, string command)
    {
        using var document = Parse(command);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("execute", out var name)
            || name.GetString() is not { } verb)
        {
            throw DomainErrors.Internal($"cannot parse json {command}: it has no 'execute'");
        }

        try
        {
            var answer = await monitor.ExecuteAsync(
                verb, json => WriteArguments(root, json), static result => result.GetRawText());
            return $"{{\"return\":{answer}}}";
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException why)
        {
            return JsonError(why);
        }
    }

    private static void WriteArguments(JsonElement root, Utf8JsonWriter json)
    {
        if (!root.TryGetProperty("arguments", out var arguments) || arguments.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in arguments.EnumerateObject())
            member.WriteTo(json);
    }

    private static string JsonError(QmpRefusedException why)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("class", why.ErrorClass);
            json.WriteString("desc", why.Message);
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
