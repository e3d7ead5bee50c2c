using System.Text.Json;

namespace Lodge.Qemu.Qmp.Commands;

/// <summary>vCPUs and the threads behind them.</summary>
public static class CpuCommands
{
    /// <summary><c>query-cpus-fast</c>: the vCPUs there are, without disturbing the guest.</summary>
    public static Task<VirtualCpu[]> QueryCpusFastAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-cpus-fast",
            null,
            static cpus => cpus.EnumerateArray().Select(VirtualCpu.Read).ToArray(),
            cancellationToken);

    /// <summary><c>query-hotpluggable-cpus</c>: every place for vCPUs, taken or not.</summary>
    public static Task<CpuSlot[]> QueryHotpluggableCpusAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-hotpluggable-cpus",
            null,
            static slots => slots.EnumerateArray().Select(CpuSlot.Read).ToArray(),
            cancellationToken);

    /// <summary><c>query-iothreads</c>: the threads that serve disks.</summary>
    public static Task<IoThread[]> QueryIoThreadsAsync(
        this QmpClient monitor, CancellationToken cancellationToken = default) =>
        monitor.ExecuteAsync(
            "query-iothreads",
            null,
            static threads => threads.EnumerateArray().Select(IoThread.Read).ToArray(),
            cancellationToken);
}

/// <summary>Where a vCPU is; null where the machine does not tell.</summary>
/// <param name="SocketId">The socket.</param>
/// <param name="DieId">The die in the socket.</param>
/// <param name="CoreId">The core in the die.</param>
/// <param name="ThreadId">The thread in the core.</param>
/// <param name="NodeId">The NUMA node.</param>
public sealed record CpuPlace(int? SocketId, int? DieId, int? CoreId, int? ThreadId, int? NodeId)
{
    internal static CpuPlace Read(JsonElement place) => new(
        (int?)place.OptionalInteger("socket-id"),
        (int?)place.OptionalInteger("die-id"),
        (int?)place.OptionalInteger("core-id"),
        (int?)place.OptionalInteger("thread-id"),
        (int?)place.OptionalInteger("node-id"));
}

/// <summary>A vCPU.</summary>
/// <param name="Index">Its number in QEMU, from 0.</param>
/// <param name="ThreadId">The host's thread behind it. Under TCG several vCPUs can share one.</param>
/// <param name="QomPath">Its path in QEMU's object tree.</param>
/// <param name="Place">Where it is, or null.</param>
public sealed record VirtualCpu(int Index, int ThreadId, string QomPath, CpuPlace? Place)
{
    internal static VirtualCpu Read(JsonElement cpu) => new(
        (int)cpu.Integer("cpu-index"),
        (int)cpu.Integer("thread-id"),
        cpu.Text("qom-path"),
        cpu.OptionalObject("props") is { } place ? CpuPlace.Read(place) : null);
}

/// <summary>A place for vCPUs.</summary>
/// <param name="Type">The device type that fits.</param>
/// <param name="Count">How many vCPUs it makes.</param>
/// <param name="Place">Where it is.</param>
/// <param name="QomPath">The path of what is there, or null where it is free.</param>
public sealed record CpuSlot(string Type, int Count, CpuPlace Place, string? QomPath)
{
    /// <summary>The id of the plugged device, or null for a vCPU there from the start, and for a free place.</summary>
    public string? Alias =>
        QomPath?.Split('/') is ["", "machine", "peripheral", var alias, ..] ? alias : null;

    internal static CpuSlot Read(JsonElement slot) => new(
        slot.Text("type"),
        (int)slot.Integer("vcpus-count"),
        CpuPlace.Read(slot.GetProperty("props")),
        slot.OptionalText("qom-path"));
}

/// <summary>A thread that serves disks.</summary>
/// <param name="Id">The id of its object.</param>
/// <param name="ThreadId">The host's thread.</param>
/// <param name="PollMaxNanoseconds">How long it looks for work before it sleeps.</param>
/// <param name="PollGrow">By what factor that grows; 0 for QEMU's choice.</param>
/// <param name="PollShrink">By what factor that shrinks; 0 for QEMU's choice.</param>
public sealed record IoThread(string Id, int ThreadId, long PollMaxNanoseconds, long PollGrow, long PollShrink)
{
    internal static IoThread Read(JsonElement thread) => new(
        thread.Text("id"),
        (int)thread.Integer("thread-id"),
        thread.OptionalInteger("poll-max-ns") ?? 0,
        thread.OptionalInteger("poll-grow") ?? 0,
        thread.OptionalInteger("poll-shrink") ?? 0);
}
