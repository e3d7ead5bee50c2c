using Lodge.Web.Events;
using Lodge.Web.Guests;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Api;

/// <summary>A hypervisor.</summary>
public sealed record HostShape(string Id, string Name, string Uri, string Kind, string State, string? Fault, int Guests)
{
    internal static HostShape Of(Hypervisor host) => new(
        host.Id, host.Name, host.Uri, host.Kind, host.State.ToString().ToLowerInvariant(), host.Fault,
        host.Guests.Count);
}

/// <summary>A guest; memory in KiB, rates in bytes per second, the processor in percent.</summary>
public sealed record GuestShape(
    string Host, Guid Uuid, string Name, string Title, string State, bool Active, bool Autostart, bool Persistent,
    ulong Memory, int Vcpus, string Group, IReadOnlyList<string> Tags, float Cpu, float Disk, float Net)
{
    internal static GuestShape Of(Guest guest)
    {
        var now = guest.Host.Meters.Of(guest.Uuid).Latest;
        return new(
            guest.Host.Id, guest.Uuid, guest.Name, guest.Title, GuestStateText.Of(guest).ToLowerInvariant(),
            guest.IsActive,
            guest.Autostart, guest.IsPersistent, guest.Memory, guest.Vcpus, guest.Labels.Group, guest.Labels.Tags,
            now.Cpu, now.Disk, now.Net);
    }
}

/// <summary>A network.</summary>
public sealed record NetworkShape(string Name, Guid Uuid, bool Active, bool Autostart);

/// <summary>A pool; sizes in bytes.</summary>
public sealed record PoolShape(string Name, Guid Uuid, bool Active, ulong Capacity, ulong Allocation, ulong Available);

/// <summary>A volume; sizes in bytes.</summary>
public sealed record VolumeShape(string Name, string Path, ulong Capacity, ulong Allocation);
