using Lodge.Daemon.Events;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Qmp = Lodge.Qemu.Qmp.Events;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestWatch
{
    private void HandleDevice(Qmp.QmpEvent happened)
    {
        switch (happened)
        {
            case Qmp.RtcChangeEvent clock:
                HandleRtcChange(clock);
                break;
            case Qmp.BalloonChangeEvent balloon:
                HandleBalloon(balloon);
                break;
            case Qmp.BlockIoErrorEvent error:
                HandleIoError(error);
                break;
            case Qmp.TrayMovedEvent tray:
                HandleTray(tray);
                break;
            case Qmp.ChannelChangeEvent channel:
                HandleChannel(channel);
                break;
            case Qmp.DeviceDeletedEvent { Device: { } alias }:
                _driver.Devices.Removed(_domain, _live, alias);
                break;
            case Qmp.DeviceUnplugErrorEvent { Device: { } alias }:
                _driver.Devices.RemovalFailed(_domain, _live, alias);
                break;
            case Qmp.JobStatusEvent job:
                _driver.BlockJobs.Report(_domain, _live, job.Id, job.Status);
                break;
            case Qmp.WriteThresholdEvent mark:
                HandleThreshold(mark);
                break;
            case Qmp.GraphicsEvent graphics:
                HandleGraphics(graphics);
                break;
            case Qmp.MemoryDeviceSizeEvent memory:
                _driver.Events.Emit(new MemoryDeviceSizeChangeEvent(Wire, memory.Id, memory.Bytes / 1024));
                break;
            case Qmp.MemoryFailureEvent failure:
                HandleMemoryFailure(failure);
                break;
        }
    }

    private RemoteDomain Wire => DomainDriver.Wire(_domain.Current);

    private void HandleRtcChange(Qmp.RtcChangeEvent clock)
    {
        var offset = clock.Offset;
        if (_live.Definition.Clock is { Offset: ClockOffset.Variable } variable)
        {
            // QEMU counts from the base it was started with; libvirt's clients count from UTC or local time.
            offset += variable.FirstAdjustment;
            _driver.ChangeLive(_domain, _live, definition => definition.Clock.Adjustment = offset);
        }

        _driver.Events.Emit(new RtcChangeEvent(Wire, offset));
    }

    private void HandleBalloon(Qmp.BalloonChangeEvent balloon)
    {
        var kibibytes = balloon.ActualBytes / 1024;
        _driver.ChangeLive(_domain, _live, definition => definition.CurrentMemory = kibibytes);
        _driver.Events.Emit(new BalloonChangeEvent(Wire, kibibytes));
    }

    private void HandleIoError(Qmp.BlockIoErrorEvent error)
    {
        var disk = FindDisk(error.Device) ?? FindDisk(error.NodeName ?? "");
        var action = error.Action switch
        {
            "stop" => VirDomainEventIOErrorAction.VIR_DOMAIN_EVENT_IO_ERROR_PAUSE,
            "report" => VirDomainEventIOErrorAction.VIR_DOMAIN_EVENT_IO_ERROR_REPORT,
            _ => VirDomainEventIOErrorAction.VIR_DOMAIN_EVENT_IO_ERROR_NONE,
        };
        var (path, alias) = (disk?.Source.Path ?? "", disk?.Alias ?? "");
        if (disk?.Target is { } target)
            _live.DiskErrors.Add(target, error.IsNoSpace);
        var domain = Wire;
        _driver.Events.Emit(new IoErrorEvent(domain, path, alias, (int)action));
        _driver.Events.Emit(new IoErrorReasonEvent(
            domain, path, alias, (int)action, error.IsNoSpace ? "enospc" : ""));
        if (action != VirDomainEventIOErrorAction.VIR_DOMAIN_EVENT_IO_ERROR_PAUSE)
            return;
        Move(
            static s => s.State == VirDomainState.VIR_DOMAIN_RUNNING,
            VirDomainState.VIR_DOMAIN_PAUSED,
            (int)VirDomainPausedReason.VIR_DOMAIN_PAUSED_IOERROR,
            VirDomainEventType.VIR_DOMAIN_EVENT_SUSPENDED,
            (int)VirDomainEventSuspendedDetailType.VIR_DOMAIN_EVENT_SUSPENDED_IOERROR);
    }

    private void HandleTray(Qmp.TrayMovedEvent tray)
    {
        if ((FindDisk(tray.Id) ?? FindDisk(tray.Device)) is not { Alias: { } alias })
            return;
        _driver.ChangeLive(_domain, _live, definition =>
        {
            if (definition.Disks.FirstOrDefault(d => d.Alias == alias) is { } disk)
                disk.Tray = tray.IsOpen ? TrayState.Open : TrayState.Closed;
        });
        _driver.Events.Emit(new TrayChangeEvent(Wire, alias, (int)(tray.IsOpen
            ? VirDomainEventTrayChangeReason.VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN
            : VirDomainEventTrayChangeReason.VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE)));
    }

    private void HandleChannel(Qmp.ChannelChangeEvent change)
    {
        if (_live.Definition.Channels.FirstOrDefault(c => c.Alias == change.Id) is not { Alias: { } alias } channel)
            return;
        _driver.ChangeLive(_domain, _live, definition =>
        {
            if (definition.Channels.FirstOrDefault(c => c.Alias == alias) is { } mine)
                mine.State = change.IsOpen ? ChannelState.Connected : ChannelState.Disconnected;
        });
        if (channel.Name != GuestAgent.ChannelName)
            return;
        if (!change.IsOpen)
            _live.ReportAgentGone();
        _driver.Events.Emit(new AgentLifecycleEvent(
            Wire,
            (int)(change.IsOpen
                ? VirConnectDomainEventAgentLifecycleState.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED
                : VirConnectDomainEventAgentLifecycleState.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED),
            (int)VirConnectDomainEventAgentLifecycleReason.VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL));
    }

    private void HandleThreshold(Qmp.WriteThresholdEvent mark)
    {
        if (FindDisk(mark.NodeName) is { Target: { } target } disk)
        {
            _driver.Events.Emit(new BlockThresholdEvent(
                Wire, target, disk.Source.Path, mark.ThresholdBytes, mark.ExcessBytes));
        }
    }

    private void HandleGraphics(Qmp.GraphicsEvent graphics)
    {
        var subject = new List<DomainEventGraphicsIdentity>();
        if (graphics.X509Name is { } name)
            subject.Add(new DomainEventGraphicsIdentity { Type = "x509dname", Name = name });
        if (graphics.SaslUser is { } user)
            subject.Add(new DomainEventGraphicsIdentity { Type = "saslUsername", Name = user });
        _driver.Events.Emit(new GraphicsEvent(
            Wire,
            (VirDomainEventGraphicsPhase)(int)graphics.Phase,
            Address(graphics.Server),
            Address(graphics.Client),
            graphics.Server.Auth ?? "",
            [.. subject]));
    }

    private void HandleMemoryFailure(Qmp.MemoryFailureEvent failure)
    {
        var recipient = failure.Recipient == "guest"
            ? VirDomainMemoryFailureRecipientType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST
            : VirDomainMemoryFailureRecipientType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR;
        var action = failure.Action switch
        {
            "inject" => VirDomainMemoryFailureActionType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT,
            "fatal" => VirDomainMemoryFailureActionType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL,
            "reset" => VirDomainMemoryFailureActionType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET,
            _ => VirDomainMemoryFailureActionType.VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE,
        };
        var flags = (failure.IsActionRequired ? 1u : 0) | (failure.IsRecursive ? 2u : 0);
        _driver.Events.Emit(new MemoryFailureEvent(Wire, (int)recipient, (int)action, flags));
    }

    private Disk? FindDisk(string name)
    {
        if (name.Length == 0)
            return null;
        foreach (var disk in _live.Definition.Disks)
        {
            // A disk shows itself by its alias, by the QOM path of its device, or by the node of its image.
            if (disk.Alias is { } alias && (name == alias || name.Contains($"/{alias}/", StringComparison.Ordinal)
                || name.EndsWith($"/{alias}", StringComparison.Ordinal)))
            {
                return disk;
            }

            if (disk.Source.Index is var index and not 0
                && name.StartsWith($"libvirt-{index}-", StringComparison.Ordinal))
                return disk;
        }

        return null;
    }

    private static DomainEventGraphicsAddress Address(Qmp.GraphicsPeer peer) => new()
    {
        Family = (int)(peer.Family switch
        {
            "ipv6" => VirDomainEventGraphicsAddressType.VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6,
            "unix" => VirDomainEventGraphicsAddressType.VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX,
            _ => VirDomainEventGraphicsAddressType.VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4,
        }),
        Node = peer.Host,
        Service = peer.Service,
    };
}
