using System.Text.Json;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent.Commands;

/// <summary>File systems, seen from inside a guest.</summary>
public static class AgentFileSystemCommands
{
    /// <summary><c>guest-fsfreeze-freeze</c>: flushes file systems and holds up writing.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="mountpoints">Which; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many are frozen.</returns>
    public static Task<int> FreezeAsync(
        this AgentClient agent,
        IReadOnlyCollection<string>? mountpoints,
        CancellationToken cancellationToken = default) =>
        mountpoints is { Count: > 0 }
            ? agent.ExecuteAsync(
                "guest-fsfreeze-freeze-list",
                json =>
                {
                    json.WriteStartArray("mountpoints");
                    foreach (var mountpoint in mountpoints) json.WriteStringValue(mountpoint);
                    json.WriteEndArray();
                },
                static count => count.GetInt32(),
                cancellationToken)
            : agent.ExecuteAsync("guest-fsfreeze-freeze", null, static count => count.GetInt32(), cancellationToken);

    /// <summary><c>guest-fsfreeze-thaw</c>: lets writing go on.</summary>
    /// <returns>How many were frozen.</returns>
    public static Task<int> ThawAsync(this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync("guest-fsfreeze-thaw", null, static count => count.GetInt32(), cancellationToken);

    /// <summary><c>guest-fstrim</c>: tells the disks what is not used any more.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="minimumBytes">Gaps shorter than this are left.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task TrimAsync(
        this AgentClient agent, ulong minimumBytes, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-fstrim", json => json.WriteNumber("minimum", minimumBytes), static _ => true, cancellationToken);

    /// <summary><c>guest-get-fsinfo</c>: the mounted file systems, in the order they were mounted.</summary>
    public static Task<AgentFileSystem[]> GetFileSystemsAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-fsinfo",
            null,
            static systems => systems.EnumerateArray().Reverse().Select(AgentFileSystem.Read).ToArray(),
            cancellationToken);

    /// <summary><c>guest-get-disks</c>: the guest's disks.</summary>
    public static Task<AgentDisk[]> GetDisksAsync(
        this AgentClient agent, CancellationToken cancellationToken = default) =>
        agent.ExecuteAsync(
            "guest-get-disks",
            null,
            static disks => disks.EnumerateArray().Select(AgentDisk.Read).ToArray(),
            cancellationToken);
}

/// <summary>A mounted file system.</summary>
/// <param name="Mountpoint">Where it is mounted.</param>
/// <param name="Name">The guest's name of the block device.</param>
/// <param name="Type">Its type, for example <c>ext4</c>.</param>
/// <param name="UsedBytes">What is used; null where not told.</param>
/// <param name="TotalBytes">What there is; null where not told.</param>
/// <param name="Disks">The disks it is on.</param>
public sealed record AgentFileSystem(
    string Mountpoint,
    string Name,
    string Type,
    ulong? UsedBytes,
    ulong? TotalBytes,
    IReadOnlyList<AgentDiskAddress> Disks)
{
    internal static AgentFileSystem Read(JsonElement json) => new(
        json.Text("mountpoint"),
        json.Text("name"),
        json.Text("type"),
        json.OptionalUnsigned("used-bytes"),
        json.OptionalUnsigned("total-bytes"),
        [.. json.OptionalArray("disk").Select(AgentDiskAddress.Read)]);
}

/// <summary>A disk of the guest.</summary>
/// <param name="Name">The guest's name of it, for example <c>/dev/vda</c>.</param>
/// <param name="IsPartition">Whether it is a part of another.</param>
/// <param name="Dependencies">The disks it is made of.</param>
/// <param name="Address">Where it is plugged in, or null.</param>
/// <param name="Alias">The guest's alias, or null.</param>
public sealed record AgentDisk(
    string Name, bool IsPartition, IReadOnlyList<string> Dependencies, AgentDiskAddress? Address, string? Alias)
{
    internal static AgentDisk Read(JsonElement json) => new(
        json.Text("name"),
        json.Flag("partition"),
        [.. json.OptionalArray("dependencies").Select(item => item.GetString() ?? "")],
        json.OptionalObject("address") is { } address ? AgentDiskAddress.Read(address) : null,
        json.OptionalText("alias"));
}

/// <summary>Where a disk is plugged in.</summary>
/// <param name="BusType">For example <c>virtio</c>, <c>scsi</c>, <c>sata</c>.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Target">The target.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Domain">The PCI domain of the controller.</param>
/// <param name="PciBus">The PCI bus of the controller.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Function">Its function.</param>
/// <param name="Serial">The disk's serial number, or null.</param>
/// <param name="Device">The guest's name of it, or null.</param>
public sealed record AgentDiskAddress(
    string BusType,
    int Bus,
    int Target,
    int Unit,
    int Domain,
    int PciBus,
    int Slot,
    int Function,
    string? Serial,
    string? Device)
{
    internal static AgentDiskAddress Read(JsonElement json)
    {
        var pci = json.GetProperty("pci-controller");
        return new AgentDiskAddress(
            json.Text("bus-type"),
            (int)json.Integer("bus"),
            (int)json.Integer("target"),
            (int)json.Integer("unit"),
            (int)pci.Integer("domain"),
            (int)pci.Integer("bus"),
            (int)pci.Integer("slot"),
            (int)pci.Integer("function"),
            json.OptionalText("serial"),
            json.OptionalText("dev"));
    }
}
