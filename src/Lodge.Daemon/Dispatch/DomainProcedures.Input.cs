using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Peripherals;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask DomainSendKeyAsync(ClientCall call, DomainSendKeyArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainSendKey");
        if (args.Keycodes.Length is 0 or > VirConstants.VIR_DOMAIN_SEND_KEY_MAX_KEYS)
        {
            throw DomainErrors.InvalidArgument(
                $"nkeycodes in virDomainSendKey must be less than or equal "
                    + $"to {VirConstants.VIR_DOMAIN_SEND_KEY_MAX_KEYS}");
        }

        var keys = args.Keycodes.Select(key => KeyCodes.ToQemu((VirKeycodeSet)args.Codeset, key)).ToArray();
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainSendKey", async live =>
            await live.Monitor.SendKeyAsync(keys, args.Holdtime));
    }

    /// <inheritdoc/>
    public async ValueTask DomainInjectNmiAsync(ClientCall call, DomainInjectNmiArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainInjectNMI");
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainInjectNMI", async live =>
            await live.Monitor.InjectNmiAsync());
    }

    /// <inheritdoc/>
    public async ValueTask<DomainScreenshotRet> DomainScreenshotAsync(ClientCall call, DomainScreenshotArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainScreenshot");
        var file = await ScreenCapture.CaptureAsync(driver.Find(args.Dom), args.Screen, call.CancellationToken);
        _ = ScreenCapture.SendAsync(file, call.OpenStream());
        return new DomainScreenshotRet { Mime = ScreenCapture.MimeType };
    }

    /// <summary>Runs something on a running guest's monitor, with the domain held.</summary>
    private async ValueTask OnMonitorAsync(
        ClientCall call, RemoteDomain wire, DomainJobKind kind, string api, Func<LiveDomain, ValueTask> action)
    {
        var domain = driver.Find(wire);
        using var job = await DomainDriver.BeginJobAsync(domain, kind, api, call.CancellationToken);
        await action(domain.Current.Live ?? throw DomainErrors.NotRunning());
    }
}
