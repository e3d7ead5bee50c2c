using System.Text.Json;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>Asks a QEMU that just started, or was just adopted, for what only it knows: its ptys and threads.</summary>
internal static class GuestIntrospection
{
    private const string PtyPrefix = "pty:";
    private const string CharacterPrefix = "char";

    /// <summary>Asks, and publishes the definition with the answers.</summary>
    public static async Task ReadAsync(LiveDomain live)
    {
        var ptys = live.Monitor.ExecuteAsync("query-chardev", null, ReadPtys);
        await ReadThreadsAsync(live);
        var paths = await ptys;
        if (paths.Count == 0)
            return;
        var definition = live.Draft();
        foreach (var device in definition.CharacterDevices())
        {
            if (device is { Source.Type: CharacterSourceType.Pty, Alias: { } alias }
                && paths.TryGetValue(CharacterPrefix + alias, out var path))
            {
                device.Source.Path = path;
            }
        }

        live.Publish(definition);
    }

    /// <summary>Asks which of the host's threads are vCPUs.</summary>
    public static async Task ReadThreadsAsync(LiveDomain live) =>
        live.VcpuThreads = await live.Monitor.ExecuteAsync("query-cpus-fast", null, ReadThreads);

    private static Dictionary<string, string> ReadPtys(JsonElement answer)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var device in answer.EnumerateArray())
        {
            var file = device.GetProperty("filename").GetString() ?? "";
            if (file.StartsWith(PtyPrefix, StringComparison.Ordinal))
                paths[device.GetProperty("label").GetString() ?? ""] = file[PtyPrefix.Length..];
        }

        return paths;
    }

    private static Dictionary<int, int> ReadThreads(JsonElement answer)
    {
        var threads = new Dictionary<int, int>();
        foreach (var cpu in answer.EnumerateArray())
            threads[cpu.GetProperty("cpu-index").GetInt32()] = cpu.GetProperty("thread-id").GetInt32();
        return threads;
    }
}
