namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Keys, and the monitor that people type into.</summary>
public static class InputCommands
{
    /// <summary><c>send-key</c>: presses keys together and lets them go.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="keycodes">QEMU's key numbers (the XT set, extended keys with bit 7 set).</param>
    /// <param name="holdMilliseconds">How long they are held; 0 for QEMU's choice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SendKeyAsync(
        this QmpClient monitor,
        IReadOnlyList<uint> keycodes,
        uint holdMilliseconds,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "send-key",
            json =>
            {
                json.WriteStartArray("keys");
                foreach (var keycode in keycodes)
                {
                    json.WriteStartObject();
                    json.WriteString("type", "number");
                    json.WriteNumber("data", keycode);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                if (holdMilliseconds > 0) json.WriteNumber("hold-time", holdMilliseconds);
            },
            cancellationToken);

    /// <summary><c>human-monitor-command</c>: what QEMU's monitor for people answers.</summary>
    public static Task<string> HumanMonitorCommandAsync(
        this QmpClient monitor, string commandLine, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "human-monitor-command",
            json => json.WriteString("command-line", commandLine),
            static answer => answer.GetString() ?? "",
            cancellationToken);
}
