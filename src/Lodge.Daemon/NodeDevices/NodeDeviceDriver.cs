using System.Collections.Immutable;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Host.Facts;
using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.NodeDevices;

/// <summary>
/// The devices of the host. They are looked at when somebody first asks, and from then on the kernel tells what comes,
/// goes and changes.
/// </summary>
internal sealed partial class NodeDeviceDriver : IDisposable
{
    private readonly HostFiles _files;
    private readonly NodeDeviceScan _scan;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _changes = new();
    private readonly Lazy<Task> _started;
    private ImmutableSortedDictionary<string, NodeDevice> _devices =
        ImmutableSortedDictionary.Create<string, NodeDevice>(
        StringComparer.Ordinal);

    /// <summary>A driver over the devices that these files tell of.</summary>
    public NodeDeviceDriver(HostFiles files)
    {
        _files = files;
        _scan = new NodeDeviceScan(files);
        _started = new Lazy<Task>(StartAsync);
    }

    /// <summary>Who is told what happens.</summary>
    public ObjectEventHub<DeviceName> Events { get; } =
        new("node device", (int)VirNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_LAST);

    /// <summary>Every device, by name.</summary>
    public async ValueTask<IEnumerable<NodeDevice>> AllAsync()
    {
        await _started.Value;
        return Volatile.Read(ref _devices).Values;
    }

    /// <summary>Finds a device.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_NODE_DEVICE).</exception>
    public async ValueTask<NodeDevice> FindAsync(string name)
    {
        await _started.Value;
        return Volatile.Read(ref _devices).GetValueOrDefault(name) ?? throw NodeDeviceErrors.NotFound(name);
    }

    /// <summary>
    /// A device as it is at this instant: drivers, virtual functions and links change without an event.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_NODE_DEVICE).</exception>
    public async ValueTask<NodeDevice> FindAnewAsync(string name)
    {
        var device = await FindAsync(name);
        return device.Definition.Path is { } path && Read(path) is { } now && now.Name == name
            ? device with { Definition = WithAttributes(now, device) }
            : device;
    }

    /// <summary>The Fibre Channel adapter of these world-wide names, or null.</summary>
    public NodeDevice? FindAdapter(string node, string port) => Volatile.Read(ref _devices).Values.FirstOrDefault(one =>
        one.Definition.Capability is ScsiHostCapability { FibreChannel: { } names }
            && (names.Node, names.Port) == (node, port));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task StartAsync()
    {
        var source = Listen();
        LookAtAll(isFirst: true);
        await UpdateMediatedAsync();
        if (source is not null)
        {
            _ = Task.Run(() => FollowAsync(source, _stop.Token));
        }
    }

    private DeviceEventSource? Listen()
    {
        try
        {
            return DeviceEventSource.Open(_files);
        }
        catch (Host.Netlink.NetlinkException refused)
        {
            Log.Warning($"Devices that come and go are not seen: {refused.Message}");
            return null;
        }
    }

    private async Task FollowAsync(DeviceEventSource source, CancellationToken cancellation)
    {
        using (source)
        {
            try
            {
                while (true)
                {
                    var happened = await source.NextAsync(cancellation);
                    if (happened is null)
                        LookAtAll(isFirst: false);
                    else
                        await TakeAsync(happened);
                }
            }
            catch (OperationCanceledException)
            {
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                Log.Error("Devices that come and go are not seen any more", failure);
            }
        }
    }

    private async Task TakeAsync(DeviceEvent happened)
    {
        switch (happened.Action)
        {
            case "add" or "change":
                Appear(happened.Path, isChange: happened.Action == "change");
                break;
            case "remove":
                Disappear(happened.Path);
                break;
            case "move":
                if (happened.OldPath is { } old)
                    Disappear(old);
                Appear(happened.Path, isChange: false);
                break;
            default:
                return;
        }

        if (happened.Path.Contains("mdev", StringComparison.Ordinal)
            || happened.Path.Contains("mtty", StringComparison.Ordinal))
            await UpdateMediatedAsync();
    }

    private NodeDeviceDefinition? Read(string path) => _scan.Find(path, NameOf);

    private string? NameOf(string path) =>
        Volatile.Read(ref _devices).Values.FirstOrDefault(device => device.Definition.Path == path)?.Name;

    private void Appear(string path, bool isChange)
    {
        if (Read(path) is not { } found)
            return;
        lock (_changes)
        {
            var before = _devices.GetValueOrDefault(found.Name);
            var now = before is null
                ? new NodeDevice(found)
                : before with { Definition = WithAttributes(found, before) };
            Volatile.Write(ref _devices, _devices.SetItem(found.Name, now));
            if (before is not { IsActive: true })
                Tell(found.Name, VirNodeDeviceEventLifecycleType.VIR_NODE_DEVICE_EVENT_CREATED);
            else if (isChange)
                Events.Emit(new NodeDeviceUpdateEvent(found.Name));
        }
    }

    private void Disappear(string path)
    {
        lock (_changes)
        {
            if (NameOf(path) is not { } name)
                return;
            var device = _devices[name];
            Volatile.Write(
                ref _devices,
                device.IsPersistent
                    ? _devices.SetItem(name, device with { Definition = device.Definition with { Path = null } })
                    : _devices.Remove(name));
            Tell(name, VirNodeDeviceEventLifecycleType.VIR_NODE_DEVICE_EVENT_DELETED);
        }
    }

    private void LookAtAll(bool isFirst)
    {
        var found = _scan.All();
        if (isFirst)
        {
            lock (_changes)
            {
                Volatile.Write(ref _devices, _devices.SetItems(found.Select(one => KeyValuePair.Create(
                    one.Name,
                    one.Path is null
                        ? new NodeDevice(one, IsPersistent: true, IsAutostart: true) : new NodeDevice(one)))));
            }

            return;
        }

        var paths = found.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in Volatile.Read(ref _devices).Values.Where(
            one => one.Definition.Path is { } p && !paths.Contains(p)))
            Disappear(gone.Definition.Path!);
        foreach (var one in found.Where(one => one.Path is not null))
            Appear(one.Path!, isChange: false);
    }

    private static NodeDeviceDefinition WithAttributes(NodeDeviceDefinition now, NodeDevice before) =>
        now.Capability is MdevCapability mdev
            && before.Definition.Capability is MdevCapability { Attributes.Count: > 0 } known
            ? now with { Capability = mdev with { Attributes = known.Attributes } }
            : now;

    private void Tell(string name, VirNodeDeviceEventLifecycleType happened) =>
        Events.Emit(new NodeDeviceLifecycleEvent(name, happened));
}
