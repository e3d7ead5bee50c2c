using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion.Changes;
using Lodge.Qemu.Hotplug;

namespace Lodge.Daemon.Domains.Devices;

/// <summary>Plugs devices into guests and configurations, changes them, and unplugs them.</summary>
internal sealed class DeviceChanges
{
    private readonly DomainDriver _driver;

    /// <summary>Changes devices of domains of this driver.</summary>
    public DeviceChanges(DomainDriver driver) => _driver = driver;

    /// <summary>Plugs a device in.</summary>
    public ValueTask AttachAsync(ChangeRequest request, string xml)
    {
        string? alias = null;
        return ChangeAsync(
            request,
            async guest =>
            {
                var device = Live(Read(xml, guest.Definition), "attach");
                await DeviceHotplug.AttachAsync(guest, device);
                alias = device.Alias;
            },
            definition => StoredDevices.Attach(definition, Read(xml, definition)),
            () =>
            {
                if (alias is not null)
                    _driver.Events.Emit(new DeviceAddedEvent(DomainDriver.Wire(request.Domain.Current), alias));
            });
    }

    /// <summary>Plugs a device out that the XML describes.</summary>
    public ValueTask DetachAsync(ChangeRequest request, string xml) => DetachAsync(
        request, definition => Read(xml, definition));

    /// <summary>Plugs a device out by its alias.</summary>
    public ValueTask DetachAliasAsync(ChangeRequest request, string alias) => DetachAsync(
        request, definition => ByAlias(definition, alias));

    /// <summary>Changes a device.</summary>
    public ValueTask UpdateAsync(ChangeRequest request, string xml, bool force) => ChangeAsync(
        request,
        guest =>
        {
            var element = Read(xml, guest.Definition);
            return element.Graphics is { } display
                ? DisplayUpdate.ApplyAsync(guest, display)
                : DeviceUpdate.ApplyAsync(guest, Live(element, "update"), force);
        },
        definition => StoredDevices.Update(definition, Read(xml, definition)),
        static () => { });

    /// <summary>The guest let go of a device.</summary>
    public void Removed(DomainObject domain, LiveDomain live, string alias)
    {
        if (!live.Removals.Report(alias))
            _ = FinishAsync(domain, live, alias);
    }

    /// <summary>The guest refused to let go of a device.</summary>
    public void RemovalFailed(DomainObject domain, LiveDomain live, string alias)
    {
        _ = live.Removals.ReportRefusal(alias);
        _driver.Events.Emit(new DeviceRemovalFailedEvent(DomainDriver.Wire(domain.Current), alias));
    }

    private static DeviceElement Read(string xml, DomainDefinition owner) =>
        DeviceXml.Parse(xml, owner, DomainXmlParseOptions.Configuration);

    private static DeviceElement ByAlias(DomainDefinition definition, string alias) =>
        definition.AllDevices().FirstOrDefault(device => device.Alias == alias) is { } device
            ? new("device", device)
            : throw DomainErrors.Internal($"no device found with alias {alias}");

    private static Device Live(DeviceElement element, string change) =>
        element.Device ?? throw DomainErrors.OperationUnsupported(
            $"live {change} of device '{element.Kind}' is not supported");

    private ValueTask DetachAsync(ChangeRequest request, Func<DomainDefinition, DeviceElement> meant)
    {
        string? gone = null;
        return ChangeAsync(
            request,
            async guest =>
            {
                var device = Live(meant(guest.Definition), "detach");
                if (device is Disk { Target: { } target } && request.Domain.Current.Live is { } live
                    && live.Definition.Disks.Find(disk => disk.Target == target) is { } used)
                    live.BlockJobs.RequireIdle(used);
                var before = guest.Definition.AllDevices().Select(one => one.Alias).ToHashSet();
                if (await DeviceHotplug.DetachAsync(guest, device))
                    gone = before.Except(guest.Definition.AllDevices().Select(one => one.Alias)).FirstOrDefault();
            },
            definition => StoredDevices.Detach(definition, meant(definition)),
            () =>
            {
                if (gone is not null)
                    _driver.Events.Emit(new DeviceRemovedEvent(DomainDriver.Wire(request.Domain.Current), gone));
            });
    }

    private async ValueTask ChangeAsync(
        ChangeRequest request, Func<LiveGuest, Task> onLive, Action<DomainDefinition> onConfig, Action tell)
    {
        using var job = await DomainDriver.BeginJobAsync(
            request.Domain, DomainJobKind.Modify, request.Api, request.Cancellation);
        var target = DomainTarget.Of(request.Domain.Current, request.Flags);
        DomainDefinition? next = null;
        if (target.Config is { } config)
        {
            next = config.Copy();
            onConfig(next);
            await _driver.CompleteAsync(next);
        }

        if (target.Live is { } live)
        {
            var guest = await _driver.LiveGuestAsync(live);
            await onLive(guest);
            live.Publish(guest.Definition);
            _driver.SaveStatus(request.Domain, live);
        }

        if (next is not null)
            _driver.StoreConfig(request.Domain, next);
        tell();
    }

    private async Task FinishAsync(DomainObject domain, LiveDomain live, string alias)
    {
        try
        {
            using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, "device removal");
            if (VcpuHotplug.IsVcpu(alias))
            {
                await _driver.Vcpus.FinishAsync(domain, live);
                return;
            }

            var guest = await _driver.LiveGuestAsync(live);
            if (DeviceHotplug.Find(guest, alias) is not { } device)
                return;
            await DeviceHotplug.FinishAsync(guest, device);
            live.Publish(guest.Definition);
            _driver.SaveStatus(domain, live);
            _driver.Events.Emit(new DeviceRemovedEvent(DomainDriver.Wire(domain.Current), alias));
        }
        catch (Exception failure)
        {
            Log.Error($"Cannot clear away device '{alias}' of domain '{domain.Current.Name}'", failure);
        }
    }
}
