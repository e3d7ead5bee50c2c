using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Domains.Peripherals;
using Lodge.Daemon.Events;
using Lodge.Daemon.Server;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.QemuProgram;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Qmp.Commands;

using RegisterFlags = Lodge.Protocol.Constants.VirConnectDomainQemuMonitorEventRegisterFlags;

namespace Lodge.Daemon.Dispatch;

/// <summary>What only QEMU has (<c>libvirt-qemu.h</c>): commands straight to the monitor and to the agent.</summary>
/// <param name="driver">Has the domains.</param>
internal sealed class QemuHandlers(DomainDriver driver) : IQemuProcedures<ClientCall>
{
    /// <inheritdoc/>
    public async ValueTask<DomainMonitorCommandRet> DomainMonitorCommandAsync(
        ClientCall call, DomainMonitorCommandArgs args)
    {
        const uint Human = (uint)VirDomainQemuMonitorCommandFlags.VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP;
        FlagCheck.Only(args.Flags, Human, "qemuDomainQemuMonitorCommandWithFiles");
        var domain = driver.Find(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainQemuMonitorCommand", call.CancellationToken);
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        var answer = (args.Flags & Human) != 0
            ? await live.Monitor.HumanMonitorCommandAsync(args.Cmd)
            : await MonitorText.ExecuteAsync(live.Monitor, args.Cmd);
        return new DomainMonitorCommandRet { Result = answer };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainAgentCommandRet> DomainAgentCommandAsync(
        ClientCall call, DomainAgentCommandArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainQemuAgentCommand");
        var domain = driver.Find(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Agent, "virDomainQemuAgentCommand", call.CancellationToken);
        var answer = await GuestAgent.Require(domain).ExecuteJsonAsync(args.Cmd, AgentTimeout.From(args.Timeout));
        return new DomainAgentCommandRet { Result = answer };
    }

    /// <inheritdoc/>
    public ValueTask<ConnectDomainMonitorEventRegisterRet> ConnectDomainMonitorEventRegisterAsync(
        ClientCall call, ConnectDomainMonitorEventRegisterArgs args)
    {
        const RegisterFlags Known = RegisterFlags.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX
            | RegisterFlags.VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE;
        FlagCheck.Only(args.Flags, (uint)Known, "virDomainQemuMonitorEventStateRegisterID");
        VirUuid? only = args.Dom is { } dom ? driver.Find(dom).Uuid : null;
        var receiver = SessionEvents.Of(call.Client, driver.MonitorEvents);
        return new(new ConnectDomainMonitorEventRegisterRet
        {
            CallbackID = driver.MonitorEvents.Subscribe(receiver, only, args.Event, (RegisterFlags)args.Flags),
        });
    }

    /// <inheritdoc/>
    public ValueTask ConnectDomainMonitorEventDeregisterAsync(
        ClientCall call, ConnectDomainMonitorEventDeregisterArgs args)
    {
        driver.MonitorEvents.Unsubscribe(SessionEvents.Of(call.Client, driver.MonitorEvents), args.CallbackID);
        return default;
    }
}
