using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Serial ports, consoles, channels: their host ends.</summary>
public static class CharacterDeviceCommands
{
    private const string PseudoTerminal = "pty:";

    /// <summary><c>query-chardev</c>: all character devices.</summary>
    public static Task<CharacterDeviceState[]> QueryChardevAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-chardev",
            null,
            static devices => devices.EnumerateArray().Select(Read).ToArray(),
            cancellationToken);

    /// <summary><c>chardev-add</c>.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">Its id.</param>
    /// <param name="backend">Writes <c>type</c> and <c>data</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The pseudo terminal that was made, or null.</returns>
    public static Task<string?> ChardevAddAsync(
        this QmpClient monitor,
        string id,
        Action<Utf8JsonWriter> backend,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "chardev-add",
            json =>
            {
                json.WriteString("id", id);
                json.WriteStartObject("backend");
                backend(json);
                json.WriteEndObject();
            },
            static answer => answer.OptionalText("pty"),
            cancellationToken);

    /// <summary><c>chardev-remove</c>.</summary>
    public static Task ChardevRemoveAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("chardev-remove", json => json.WriteString("id", id), cancellationToken);

    private static CharacterDeviceState Read(JsonElement device)
    {
        var filename = device.Text("filename");
        return new CharacterDeviceState(
            device.Text("label"),
            filename,
            device.OptionalFlag("frontend-open") ?? false,
            filename.StartsWith(PseudoTerminal, StringComparison.Ordinal) ? filename[PseudoTerminal.Length..] : null);
    }
}

/// <summary>A character device.</summary>
/// <param name="Label">Its id, for example <c>charserial0</c>.</param>
/// <param name="Filename">Its host end in QEMU's words.</param>
/// <param name="IsFrontendOpen">Whether the guest has its end open.</param>
/// <param name="PseudoTerminal">The pseudo terminal, for example <c>/dev/pts/3</c>, or null where it is something
/// else.</param>
public sealed record CharacterDeviceState(string Label, string Filename, bool IsFrontendOpen, string? PseudoTerminal);
