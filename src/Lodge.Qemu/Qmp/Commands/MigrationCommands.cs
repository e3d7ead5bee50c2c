using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Moving a guest elsewhere: to another host, into a file, into a dump.</summary>
public static class MigrationCommands
{
    /// <summary>
    /// <c>migrate</c>: starts to move the guest; <see cref="QueryMigrateAsync"/> and events tell how it goes.
    /// </summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="uri">For example <c>fd:NAME</c> or <c>tcp:HOST:PORT</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task MigrateAsync(
        this QmpClient monitor, string uri, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("migrate", json => json.WriteString("uri", uri), cancellationToken);

    /// <summary>
    /// <c>migrate-incoming</c>: takes a guest in, where QEMU was started with <c>-incoming defer</c>.
    /// </summary>
    public static Task MigrateIncomingAsync(
        this QmpClient monitor, string uri, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("migrate-incoming", json => json.WriteString("uri", uri), cancellationToken);

    /// <summary><c>migrate_cancel</c>: the guest stays.</summary>
    public static Task MigrateCancelAsync(this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("migrate_cancel", null, cancellationToken);

    /// <summary><c>migrate-continue</c>: goes on from a state in which it waits.</summary>
    public static Task MigrateContinueAsync(
        this QmpClient monitor, string state, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("migrate-continue", json => json.WriteString("state", state), cancellationToken);

    /// <summary><c>migrate-set-capabilities</c>.</summary>
    public static Task MigrateSetCapabilitiesAsync(
        this QmpClient monitor,
        IEnumerable<(string Name, bool IsOn)> capabilities,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "migrate-set-capabilities",
            json =>
            {
                json.WriteStartArray("capabilities");
                foreach (var (name, isOn) in capabilities)
                {
                    json.WriteStartObject();
                    json.WriteString("capability", name);
                    json.WriteBoolean("state", isOn);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            cancellationToken);

    /// <summary><c>migrate-set-parameters</c>.</summary>
    public static Task MigrateSetParametersAsync(
        this QmpClient monitor, Action<Utf8JsonWriter> parameters, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("migrate-set-parameters", parameters, cancellationToken);

    /// <summary><c>query-migrate</c>: how it goes.</summary>
    public static Task<MigrationState> QueryMigrateAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("query-migrate", null, MigrationState.Read, cancellationToken);

    /// <summary><c>dump-guest-memory</c>: writes the guest's memory into a file, in the background.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="protocol"><c>fd:NAME</c> or <c>file:PATH</c>.</param>
    /// <param name="format"><c>elf</c>, <c>kdump-zlib</c>, <c>kdump-lzo</c>, <c>kdump-snappy</c>, <c>win-dmp</c>; null
    /// for elf.</param>
    /// <param name="isDetached">Whether to answer at once; <see cref="Events.DumpCompletedEvent"/> tells when it is
    /// done.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task DumpGuestMemoryAsync(
        this QmpClient monitor,
        string protocol,
        string? format,
        bool isDetached,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "dump-guest-memory",
            json =>
            {
                json.WriteBoolean("paging", false);
                json.WriteString("protocol", protocol);
                if (format is not null) json.WriteString("format", format);
                json.WriteBoolean("detach", isDetached);
            },
            cancellationToken);

    /// <summary><c>query-dump-guest-memory-capability</c>: the formats that dumps can have.</summary>
    public static Task<string[]> QueryDumpFormatsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-dump-guest-memory-capability",
            null,
            static answer => answer.OptionalArray("formats").Select(format => format.GetString() ?? "").ToArray(),
            cancellationToken);

    /// <summary><c>query-dump</c>: how far a dump is.</summary>
    public static Task<DumpState> QueryDumpAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-dump",
            null,
            static dump => new DumpState(dump.Text("status"), dump.Unsigned("completed"), dump.Unsigned("total")),
            cancellationToken);
}

/// <summary>How far a dump is.</summary>
/// <param name="Status"><c>none</c>, <c>active</c>, <c>completed</c> or <c>failed</c>.</param>
/// <param name="CompletedBytes">How much was written.</param>
/// <param name="TotalBytes">How much there is.</param>
public sealed record DumpState(string Status, ulong CompletedBytes, ulong TotalBytes);
