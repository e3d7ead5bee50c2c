using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>Disks: what they are, what they did, what they may do.</summary>
public static class BlockCommands
{
    /// <summary><c>query-block</c>: the drives of the guest's disk devices.</summary>
    public static Task<BlockDrive[]> QueryBlockAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-block",
            null,
            static drives => drives.EnumerateArray().Select(BlockDrive.Read).ToArray(),
            cancellationToken);

    /// <summary><c>query-blockstats</c>: what each drive did, with its layers below.</summary>
    public static Task<BlockStats[]> QueryBlockStatsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-blockstats",
            null,
            static drives => drives.EnumerateArray().Select(BlockStats.Read).ToArray(),
            cancellationToken);

    /// <summary>
    /// <c>query-blockstats</c> with <c>query-nodes</c>: what each node did, also those below no device.
    /// </summary>
    public static Task<BlockStats[]> QueryBlockNodeStatsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-blockstats",
            static json => json.WriteBoolean("query-nodes", true),
            static nodes => nodes.EnumerateArray().Select(BlockStats.Read).ToArray(),
            cancellationToken);

    /// <summary><c>query-named-block-nodes</c>: every node, without the layers below it.</summary>
    public static Task<BlockNode[]> QueryNamedBlockNodesAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-named-block-nodes",
            static json => json.WriteBoolean("flat", true),
            static nodes => nodes.EnumerateArray().Select(BlockNode.Read).ToArray(),
            cancellationToken);

    /// <summary><c>block_resize</c>: gives a node another size.</summary>
    public static Task BlockResizeAsync(
        this QmpClient monitor, string nodeName, ulong bytes, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block_resize",
            json =>
            {
                json.WriteString("node-name", nodeName);
                json.WriteNumber("size", bytes);
            },
            cancellationToken);

    /// <summary><c>block_set_io_throttle</c>: how much a disk may do; all zero takes the limits away.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">The id or QOM path of the device.</param>
    /// <param name="throttle">The limits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SetBlockThrottleAsync(
        this QmpClient monitor, string id, BlockThrottle throttle, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("block_set_io_throttle", json => throttle.Write(json, id), cancellationToken);

    /// <summary>
    /// <c>block-set-write-threshold</c>: tells once when a node has grown over a mark; 0 takes the mark away.
    /// </summary>
    public static Task SetWriteThresholdAsync(
        this QmpClient monitor, string nodeName, ulong bytes, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block-set-write-threshold",
            json =>
            {
                json.WriteString("node-name", nodeName);
                json.WriteNumber("write-threshold", bytes);
            },
            cancellationToken);

    /// <summary><c>blockdev-add</c>: makes a node.</summary>
    public static Task BlockdevAddAsync(
        this QmpClient monitor, Action<Utf8JsonWriter> properties, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("blockdev-add", properties, cancellationToken);

    /// <summary><c>blockdev-del</c>: takes a node away that nothing uses.</summary>
    public static Task BlockdevDelAsync(
        this QmpClient monitor, string nodeName, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("blockdev-del", json => json.WriteString("node-name", nodeName), cancellationToken);

    /// <summary><c>blockdev-open-tray</c>.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">The id of the device.</param>
    /// <param name="isForced">Whether also where the guest has locked it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task OpenTrayAsync(
        this QmpClient monitor, string id, bool isForced, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "blockdev-open-tray",
            json =>
            {
                json.WriteString("id", id);
                json.WriteBoolean("force", isForced);
            },
            cancellationToken);

    /// <summary><c>blockdev-close-tray</c>.</summary>
    public static Task CloseTrayAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("blockdev-close-tray", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>blockdev-remove-medium</c>: the tray must be open.</summary>
    public static Task RemoveMediumAsync(
        this QmpClient monitor, string id, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync("blockdev-remove-medium", json => json.WriteString("id", id), cancellationToken);

    /// <summary><c>blockdev-insert-medium</c>: the tray must be open and empty.</summary>
    public static Task InsertMediumAsync(
        this QmpClient monitor, string id, string nodeName, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "blockdev-insert-medium",
            json =>
            {
                json.WriteString("id", id);
                json.WriteString("node-name", nodeName);
            },
            cancellationToken);

    /// <summary><c>transaction</c>: does several things to disks at one moment, or none of them.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="actions">Each writes <c>type</c> and <c>data</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task TransactionAsync(
        this QmpClient monitor,
        IEnumerable<Action<Utf8JsonWriter>> actions,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "transaction",
            json =>
            {
                json.WriteStartArray("actions");
                foreach (var action in actions)
                {
                    json.WriteStartObject();
                    action(json);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            cancellationToken);

    /// <summary><c>blockdev-snapshot</c>: from now on the guest writes into another layer.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="nodeName">The node that stays as it is.</param>
    /// <param name="overlay">The node that takes the writes; it has no layer below yet.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task BlockdevSnapshotAsync(
        this QmpClient monitor, string nodeName, string overlay, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "blockdev-snapshot",
            json =>
            {
                json.WriteString("node", nodeName);
                json.WriteString("overlay", overlay);
            },
            cancellationToken);
}
