using System.Text.Json;
using Lodge.Model.NodeDevice;
using Lodge.Protocol;

namespace Lodge.Daemon.NodeDevices;

/// <summary>A mediated device that the host remembers.</summary>
/// <param name="Capability">What it is.</param>
/// <param name="IsAutostart">Whether it is made when its parent appears.</param>
internal sealed record DefinedMdev(MdevCapability Capability, bool IsAutostart);

/// <summary>
/// What <c>mdevctl list --dumpjson</c> prints: one object, a member for each parent, a list of devices each.
/// </summary>
internal static class MdevList
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Protocol.Errors.VirException">It is not what mdevctl prints.</exception>
    public static IReadOnlyList<DefinedMdev> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var found = new List<DefinedMdev>();
            foreach (var host in document.RootElement.EnumerateArray())
            {
                foreach (var parent in host.EnumerateObject())
                {
                    foreach (var child in parent.Value.EnumerateArray())
                        found.AddRange(child.EnumerateObject().Select(one => Device(parent.Name, one)));
                }
            }

            return found;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw NodeDeviceErrors.Internal($"Unexpected format for mdevctl response: {broken.Message}");
        }
    }

    private static DefinedMdev Device(string parent, JsonProperty device)
    {
        var attributes = new List<KeyValuePair<string, string>>();
        if (device.Value.TryGetProperty("attrs", out var list))
        {
            foreach (var attribute in list.EnumerateArray().SelectMany(static one => one.EnumerateObject()))
                attributes.Add(new(attribute.Name, attribute.Value.GetString() ?? ""));
        }

        var capability = new MdevCapability
        {
            Type = Word(device.Value, "mdev_type"),
            Uuid = VirUuid.Parse(device.Name),
            ParentAddress = parent,
            Attributes = attributes,
        };
        return new(capability, Word(device.Value, "start") == "auto");
    }

    private static string Word(JsonElement device, string name) =>
        device.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
