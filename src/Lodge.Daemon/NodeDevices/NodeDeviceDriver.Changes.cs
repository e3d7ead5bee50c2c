using System.Globalization;
using Lodge.Host.NodeDevices;
using Lodge.Model.NodeDevice;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.NodeDevices;

/// <summary>Devices that can be made and taken away: mediated ones, and virtual Fibre Channel adapters.</summary>
internal sealed partial class NodeDeviceDriver
{
    private const int BusyError = 16;

    /// <summary>Makes a device.</summary>
    /// <exception cref="VirException">It is of a kind that cannot be made, or the host refuses.</exception>
    public async Task<NodeDevice> CreateAsync(NewNodeDevice asked)
    {
        await _started.Value;
        switch (asked.Kind)
        {
            case NodeDeviceKind.ScsiHost:
                return CreateAdapter(asked);
            case NodeDeviceKind.Mdev:
                var mdev = Resolve(asked);
                var uuid = await MediatedDevices.CreateAsync(mdev);
                Appear($"/sys/bus/mdev/devices/{uuid}", isChange: false);
                return await FindAsync(MdevName(mdev with { Uuid = uuid }));
            default:
                throw NodeDeviceErrors.UnsupportedType();
        }
    }

    /// <summary>Remembers a mediated device, without making it.</summary>
    /// <exception cref="VirException">It is none, or the host refuses.</exception>
    public async Task<NodeDevice> DefineAsync(NewNodeDevice asked)
    {
        await _started.Value;
        if (asked.Kind != NodeDeviceKind.Mdev)
            throw NodeDeviceErrors.UnsupportedType();
        var mdev = Resolve(asked);
        var uuid = await MediatedDevices.DefineAsync(mdev);
        await UpdateMediatedAsync();
        return await FindAsync(MdevName(mdev with { Uuid = uuid }));
    }

    /// <summary>Makes a device that is remembered.</summary>
    public async Task StartAsync(string name)
    {
        var device = await FindAsync(name);
        if (device.IsActive)
            throw NodeDeviceErrors.Invalid("Device is already active");
        var uuid = Mediated(device);
        await MediatedDevices.StartAsync(uuid);
        Appear($"/sys/bus/mdev/devices/{uuid}", isChange: false);
    }

    /// <summary>Forgets a device.</summary>
    public async Task UndefineAsync(string name)
    {
        var device = await FindAsync(name);
        if (!device.IsPersistent)
            throw NodeDeviceErrors.Invalid($"Node device '{name}' is not defined");
        await MediatedDevices.UndefineAsync(Mediated(device));
        await UpdateMediatedAsync();
    }

    /// <summary>Takes a device away.</summary>
    public async Task DestroyAsync(string name)
    {
        var device = await FindAsync(name);
        if (device.Definition.Capability is ScsiHostCapability adapter)
        {
            var names = adapter.FibreChannel
                ?? throw NodeDeviceErrors.Internal("Device is not a fibre channel HBA");
            new VirtualAdapters(_files).Delete(HostNumber(device.Definition.Parent), names.Node, names.Port);
            return;
        }

        var uuid = Mediated(device);
        if (!device.IsActive)
            throw NodeDeviceErrors.Invalid($"Device '{name}' is not active");
        CheckUnused(device);
        await MediatedDevices.StopAsync(uuid, name);
        Disappear(device.Definition.Path!);
    }

    /// <summary>Sets whether a device is made when its parent appears.</summary>
    public async Task SetAutostartAsync(string name, bool autostart)
    {
        var device = await FindAsync(name);
        if (device.Definition.Capability is not MdevCapability)
            throw NodeDeviceErrors.Of(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, "Unsupported device type");
        if (!device.IsPersistent)
            throw NodeDeviceErrors.Invalid("cannot set autostart for transient device");
        if (autostart == device.IsAutostart)
            return;
        await MediatedDevices.SetAutostartAsync(Mediated(device), autostart);
        lock (_changes)
            Volatile.Write(ref _devices, _devices.SetItem(name, device with { IsAutostart = autostart }));
    }

    private static VirUuid Mediated(NodeDevice device) =>
        (device.Definition.Capability as MdevCapability)?.Uuid ?? throw NodeDeviceErrors.UnsupportedType();

    private static string MdevName(MdevCapability mdev) =>
        NodeDeviceNames.Of("mdev", mdev.Uuid.ToString()!, mdev.ParentAddress);

    private static void CheckUnused(NodeDevice device)
    {
        // VFIO opens a group once: who cannot open it, knows that a guest has the device. Stopping it then would block.
        if (device.Definition.Capability is not MdevCapability { IommuGroup: var group })
            return;
        try
        {
            using var opened = File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/dev/vfio/{group}"));
        }
        catch (IOException busy) when (busy.HResult == BusyError)
        {
            throw NodeDeviceErrors.Internal($"Unable to destroy '{device.Name}': device in use");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Nobody holds what is not there.
        }
    }

    private MdevCapability Resolve(NewNodeDevice asked)
    {
        var parent = asked.Parent ?? throw NodeDeviceErrors.Unsupported("missing parent device");
        var device = Volatile.Read(ref _devices).GetValueOrDefault(parent)
            ?? throw NodeDeviceErrors.Unsupported($"invalid parent device '{parent}'");
        var address = Address(device) ?? throw NodeDeviceErrors.Of(
            VirErrorNumber.VIR_ERR_PARSE_FAILED, $"Unable to find address for parent device '{parent}'");
        return asked.Mdev! with { ParentAddress = address };
    }

    private static string? Address(NodeDevice device) => device.Definition.Capability switch
    {
        PciCapability pci => pci.Address.ToString(),
        MdevParentCapability other => other.Address,
        _ => null,
    };

    private NodeDevice CreateAdapter(NewNodeDevice asked)
    {
        var names = asked.Adapter ?? throw NodeDeviceErrors.Internal("Device is not a fibre channel HBA");
        new VirtualAdapters(_files).Create(ParentHost(asked), names.Node, names.Port);
        LookAtAll(isFirst: false);
        return FindAdapter(names.Node, names.Port) ?? throw NodeDeviceErrors.Of(
            VirErrorNumber.VIR_ERR_NO_NODE_DEVICE,
            $"no node device for 'new device' with matching wwnn '{names.Node}' and wwpn '{names.Port}'");
    }

    private uint ParentHost(NewNodeDevice asked)
    {
        var all = Volatile.Read(ref _devices).Values;
        if (asked is { Parent: null, ParentNames: null, ParentFabric: null })
        {
            return all.FirstOrDefault(static one => one.Is(NodeDeviceKind.Vports)) is { } any
                ? Host(any)
                : throw NodeDeviceErrors.Internal("Could not find any vport capable device");
        }

        var parent = asked.Parent is { } name
            ? all.FirstOrDefault(one => one.Name == name)
            : asked.ParentNames is { } names
                ? FindAdapter(names.Node, names.Port)
                : all.FirstOrDefault(one =>
                    one.Definition.Capability is ScsiHostCapability { FibreChannel.Fabric: { } fabric }
                        && fabric == asked.ParentFabric);
        if (parent is null)
            throw NodeDeviceErrors.Internal("Could not find parent device for 'new device'");
        return parent.Is(NodeDeviceKind.Vports)
            ? Host(parent)
            : throw NodeDeviceErrors.Internal($"Parent device {parent.Name} is not capable of vport operations");

        static uint Host(NodeDevice device) => ((ScsiHostCapability)device.Definition.Capability).Host;
    }

    private static uint HostNumber(string? parent) =>
        parent is not null && parent.StartsWith("scsi_host", StringComparison.Ordinal)
        && uint.TryParse(
            parent.AsSpan("scsi_host".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw NodeDeviceErrors.Internal($"Cannot parse '{parent}' as an integer");

    private async Task UpdateMediatedAsync()
    {
        var defined = (await MediatedDevices.DefinedAsync())
            .ToDictionary(one => MdevName(one.Capability), StringComparer.Ordinal);
        lock (_changes)
        {
            foreach (var device in _devices.Values)
            {
                if (device.IsPersistent && device.Definition.Capability is MdevCapability
                    && !defined.ContainsKey(device.Name))
                    Forget(device);
            }

            foreach (var (name, mdev) in defined)
                Remember(name, mdev);
        }
    }

    private void Forget(NodeDevice device)
    {
        Volatile.Write(
            ref _devices,
            device.IsActive
                ? _devices.SetItem(device.Name, device with { IsPersistent = false, IsAutostart = false })
                : _devices.Remove(device.Name));
        Tell(device.Name, VirNodeDeviceEventLifecycleType.VIR_NODE_DEVICE_EVENT_UNDEFINED);
    }

    private void Remember(string name, DefinedMdev mdev)
    {
        var before = _devices.GetValueOrDefault(name);
        var capability = before?.Definition.Capability is MdevCapability active
            ? active with { Type = mdev.Capability.Type, Attributes = mdev.Capability.Attributes }
            : mdev.Capability;
        var parent = _devices.Values.FirstOrDefault(one => Address(one) == mdev.Capability.ParentAddress)?.Name;
        var definition = before?.Definition ?? new NodeDeviceDefinition
        {
            Name = name,
            Parent = parent ?? NodeDeviceScan.Root,
            Driver = "vfio_mdev",
            Capability = capability,
        };
        Volatile.Write(
            ref _devices,
            _devices.SetItem(
                name, new NodeDevice(definition with { Capability = capability }, true, mdev.IsAutostart)));
        if (before is not { IsPersistent: true })
            Tell(name, VirNodeDeviceEventLifecycleType.VIR_NODE_DEVICE_EVENT_DEFINED);
    }
}
