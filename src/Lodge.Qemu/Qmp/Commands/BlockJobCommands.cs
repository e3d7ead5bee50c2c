namespace Lodge.Qemu.Qmp.Commands;

/// <summary>
/// Begins long work on disks. Each job stays, concluded, until <see cref="JobCommands.JobDismissAsync"/>: what came of
/// it can be asked for however late.
/// </summary>
public static class BlockJobCommands
{
    /// <summary><c>block-stream</c>: brings what lies below a node up into it.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">The id of the job.</param>
    /// <param name="node">The node that takes all.</param>
    /// <param name="baseNode">The node that stays below; null for none.</param>
    /// <param name="backingFile">What the image says of its backing from then on; null for what QEMU finds.</param>
    /// <param name="bytesPerSecond">How fast; 0 for as fast as it can.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task BlockStreamAsync(
        this QmpClient monitor, string id, string node, string? baseNode, string? backingFile, ulong bytesPerSecond,
        CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block-stream",
            json =>
            {
                json.WriteString("device", node);
                json.WriteString("job-id", id);
                WriteSpeed(json, bytesPerSecond);
                if (baseNode is not null) json.WriteString("base-node", baseNode);
                if (backingFile is not null) json.WriteString("backing-file", backingFile);
                WriteEnding(json);
            },
            cancellationToken);

    /// <summary><c>block-commit</c>: brings what images above another have down into it.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="id">The id of the job.</param>
    /// <param name="node">The uppermost node.</param>
    /// <param name="topNode">The first node that gives.</param>
    /// <param name="baseNode">The node that takes.</param>
    /// <param name="backingFile">
    /// What the image above says of its backing from then on; null for what QEMU finds.
    /// </param>
    /// <param name="bytesPerSecond">How fast; 0 for as fast as it can.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task BlockCommitAsync(
        this QmpClient monitor, string id, string node, string topNode, string baseNode, string? backingFile,
        ulong bytesPerSecond, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "block-commit",
            json =>
            {
                json.WriteString("device", node);
                json.WriteString("job-id", id);
                WriteSpeed(json, bytesPerSecond);
                json.WriteString("top-node", topNode);
                json.WriteString("base-node", baseNode);
                if (backingFile is not null) json.WriteString("backing-file", backingFile);
                WriteEnding(json);
            },
            cancellationToken);

    /// <summary><c>blockdev-mirror</c>: copies a disk, and keeps the copy the same until it is ended.</summary>
    public static Task BlockdevMirrorAsync(
        this QmpClient monitor, MirrorRequest request, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "blockdev-mirror",
            json =>
            {
                json.WriteString("job-id", request.Id);
                json.WriteString("device", request.Node);
                json.WriteString("target", request.Target);
                WriteSpeed(json, request.BytesPerSecond);
                if (request.Granularity > 0) json.WriteNumber("granularity", request.Granularity);
                if (request.BufferSize > 0) json.WriteNumber("buf-size", request.BufferSize);
                json.WriteString("sync", request.IsShallow ? "top" : "full");
                if (request.WritesTogether) json.WriteString("copy-mode", "write-blocking");
                WriteEnding(json);
            },
            cancellationToken);

    private static void WriteSpeed(System.Text.Json.Utf8JsonWriter json, ulong bytesPerSecond)
    {
        if (bytesPerSecond > 0) json.WriteNumber("speed", bytesPerSecond);
    }

    private static void WriteEnding(System.Text.Json.Utf8JsonWriter json)
    {
        json.WriteBoolean("auto-finalize", true);
        json.WriteBoolean("auto-dismiss", false);
    }
}

/// <summary>A copy that is to be made of a disk.</summary>
/// <param name="Id">The id of the job.</param>
/// <param name="Node">The disk's uppermost node.</param>
/// <param name="Target">The node that takes the copy.</param>
public sealed record MirrorRequest(string Id, string Node, string Target)
{
    /// <summary>How fast; 0 for as fast as it can.</summary>
    public ulong BytesPerSecond { get; init; }

    /// <summary>How many bytes at least are copied at once; 0 for QEMU's choice.</summary>
    public uint Granularity { get; init; }

    /// <summary>How much may be under way; 0 for QEMU's choice.</summary>
    public ulong BufferSize { get; init; }

    /// <summary>Whether only the uppermost image is copied.</summary>
    public bool IsShallow { get; init; }

    /// <summary>Whether the guest's writes wait for the copy.</summary>
    public bool WritesTogether { get; init; }
}
