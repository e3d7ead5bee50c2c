using System.Text.Json;
using Lodge.Daemon.Logging;
using Lodge.Host.Programs;
using Lodge.Model.NodeDevice;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.NodeDevices;

/// <summary>Mediated devices, made and remembered by <c>mdevctl</c>, the host's own keeper of them.</summary>
internal static class MediatedDevices
{
    private const string Program = "mdevctl";

    /// <summary>Whether the host has the program.</summary>
    public static bool IsInstalled => HostProgram.Find(Program) is not null;

    /// <summary>What is remembered; none where the host has no such program.</summary>
    public static async Task<IReadOnlyList<DefinedMdev>> DefinedAsync()
    {
        if (!IsInstalled)
            return [];
        var listed = await HostProgram.RunAsync(Program, ["list", "--dumpjson", "--defined"]);
        if (!listed.IsSuccess)
        {
            Log.Warning($"failed to query mdevs from mdevctl: {listed.Error.Trim()}");
            return [];
        }

        return MdevList.Parse(listed.Output);
    }

    /// <summary>Makes one, not to be remembered.</summary>
    /// <returns>Its UUID.</returns>
    public static Task<VirUuid> CreateAsync(MdevCapability mdev) => DescribeAsync("start", mdev, "start");

    /// <summary>Remembers one, without making it.</summary>
    /// <returns>Its UUID.</returns>
    public static Task<VirUuid> DefineAsync(MdevCapability mdev) => DescribeAsync("define", mdev, "define");

    /// <summary>Makes one that is remembered.</summary>
    public static Task StartAsync(VirUuid uuid) =>
        RunAsync(["start", $"--uuid={uuid}"], "Unable to create mediated device");

    /// <summary>Takes one away; if it is remembered, it stays so.</summary>
    public static Task StopAsync(VirUuid uuid, string name) =>
        RunAsync(["stop", $"--uuid={uuid}"], $"Unable to destroy '{name}'");

    /// <summary>Forgets one.</summary>
    public static Task UndefineAsync(VirUuid uuid) =>
        RunAsync(["undefine", $"--uuid={uuid}"], "Unable to undefine mediated device");

    /// <summary>Whether one that is remembered is made when its parent appears.</summary>
    public static Task SetAutostartAsync(VirUuid uuid, bool autostart) => RunAsync(
        ["modify", "--uuid", uuid.ToString(), autostart ? "--auto" : "--manual"],
        "Failed to set autostart of mediated device");

    private static async Task<VirUuid> DescribeAsync(string command, MdevCapability mdev, string verb)
    {
        List<string> arguments = [command, $"--parent={mdev.ParentAddress}", "--jsonfile=/dev/stdin"];
        if (mdev.Uuid is { } asked)
            arguments.Add($"--uuid={asked}");
        var done = await RunAsync(arguments, $"Unable to {verb} mediated device", Json(mdev));
        return mdev.Uuid ?? (VirUuid.TryParse(done.Trim(), out var chosen)
            ? chosen
            : throw NodeDeviceErrors.Internal($"Unable to {verb} mediated device: mdevctl names no UUID"));
    }

    private static async Task<string> RunAsync(IEnumerable<string> arguments, string complaint, string? input = null)
    {
        ProgramOutcome outcome;
        try
        {
            outcome = await HostProgram.RunAsync(Program, arguments, input);
        }
        catch (VirException missing)
        {
            throw NodeDeviceErrors.Internal($"{complaint}: {missing.Message}");
        }

        return outcome.IsSuccess
            ? outcome.Output
            : throw NodeDeviceErrors.Internal(
                $"{complaint}: {(outcome.Error.Trim() is { Length: > 0 } said ? said : "Unknown error")}");
    }

    private static string Json(MdevCapability mdev)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("mdev_type", mdev.Type);
            writer.WriteString("start", "manual");
            if (mdev.Attributes.Count > 0)
            {
                writer.WriteStartArray("attrs");
                foreach (var (name, value) in mdev.Attributes)
                {
                    writer.WriteStartObject();
                    writer.WriteString(name, value);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
