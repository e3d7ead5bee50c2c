using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const int LongestTimeout = 600;

    /// <inheritdoc/>
    public async ValueTask<DomainGetTimeRet> DomainGetTimeAsync(ClientCall call, DomainGetTimeArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetTime");
        var (seconds, nanoseconds) = await WithAgentAsync(
            call, args.Dom, "virDomainGetTime", agent => agent.GetTimeAsync());
        return new DomainGetTimeRet { Seconds = seconds, Nseconds = nanoseconds };
    }

    /// <inheritdoc/>
    public async ValueTask DomainSetTimeAsync(ClientCall call, DomainSetTimeArgs args)
    {
        var sync = (uint)VirDomainSetTimeFlags.VIR_DOMAIN_TIME_SYNC;
        FlagCheck.Only(args.Flags, sync, "qemuDomainSetTime");
        (long, uint)? time = (args.Flags & sync) != 0 ? null : (args.Seconds, args.Nseconds);
        await WithAgentAsync(call, args.Dom, "virDomainSetTime", async agent =>
        {
            await agent.SetTimeAsync(time);
            return true;
        });

        // Ticks the guest missed are in the new time already.
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainSetTime", async live =>
            await live.Monitor.ResetRtcReinjectionAsync());
    }

    /// <inheritdoc/>
    public async ValueTask<DomainFsfreezeRet> DomainFsfreezeAsync(ClientCall call, DomainFsfreezeArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainFSFreeze");
        return new DomainFsfreezeRet
        {
            Filesystems = await WithAgentAsync(
                call, args.Dom, "virDomainFSFreeze", agent => agent.FreezeAsync(args.Mountpoints)),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainFsthawRet> DomainFsthawAsync(ClientCall call, DomainFsthawArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainFSThaw");
        return new DomainFsthawRet
        {
            Filesystems = await WithAgentAsync(call, args.Dom, "virDomainFSThaw", agent => agent.ThawAsync()),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DomainFstrimAsync(ClientCall call, DomainFstrimArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainFSTrim");
        if (args.MountPoint is not null)
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "Specifying mount point is not supported for now");
        await WithAgentAsync(call, args.Dom, "virDomainFSTrim", async agent =>
        {
            await agent.TrimAsync(args.Minimum);
            return true;
        });
    }

    /// <inheritdoc/>
    public async ValueTask DomainSetUserPasswordAsync(ClientCall call, DomainSetUserPasswordArgs args)
    {
        var encrypted = (uint)VirDomainSetUserPasswordFlags.VIR_DOMAIN_PASSWORD_ENCRYPTED;
        FlagCheck.Only(args.Flags, encrypted, "qemuDomainSetUserPassword");
        if (args.User is not { } user || args.Password is not { } password)
        {
            throw DomainErrors.InvalidArgument(
                $"{(args.User is null ? "user" : "password")} in virDomainSetUserPassword must not be NULL");
        }

        await WithAgentAsync(call, args.Dom, "virDomainSetUserPassword", async agent =>
        {
            await agent.SetUserPasswordAsync(user, password, (args.Flags & encrypted) != 0);
            return true;
        });
    }

    /// <inheritdoc/>
    public async ValueTask<DomainAuthorizedSshKeysGetRet> DomainAuthorizedSshKeysGetAsync(
        ClientCall call, DomainAuthorizedSshKeysGetArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainAuthorizedSSHKeysGet");
        return new DomainAuthorizedSshKeysGetRet
        {
            Keys = await WithAgentAsync(
                call, args.Dom, "virDomainAuthorizedSSHKeysGet", agent => agent.GetAuthorizedKeysAsync(args.User)),
        };
    }

    /// <inheritdoc/>
    public ValueTask<DomainAgentSetResponseTimeoutRet> DomainAgentSetResponseTimeoutAsync(
        ClientCall call, DomainAgentSetResponseTimeoutArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainAgentSetResponseTimeout");
        if (args.Timeout < (int)VirDomainAgentResponseTimeoutValues.VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK)
        {
            throw DomainErrors.InvalidArgument(
                $"guest agent timeout '{args.Timeout}' is less than the minimum "
                + $"'{(int)VirDomainAgentResponseTimeoutValues.VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK}'");
        }

        var (_, live) = driver.FindRunning(args.Dom);
        live.AgentTimeout = AgentTimeout.From(Math.Min(args.Timeout, LongestTimeout));
        return Answer(new DomainAgentSetResponseTimeoutRet { Result = 0 });
    }

    /// <inheritdoc/>
    public async ValueTask DomainPmSuspendForDurationAsync(ClientCall call, DomainPmSuspendForDurationArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainPMSuspendForDuration");
        if (args.Duration != 0)
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "Duration not supported. Use 0 for now");
        var (domain, live) = driver.FindRunning(args.Dom);
        var (target, allowed, state) = (VirNodeSuspendTarget)args.Target switch
        {
            VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_MEM => ("ram", live.Definition.SuspendToMemory, "S3"),
            VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_DISK => ("disk", live.Definition.SuspendToDisk, "S4"),
            VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_HYBRID => ("hybrid", live.Definition.SuspendToMemory, "S3"),
            _ => throw DomainErrors.InvalidArgument($"Unknown suspend target: {args.Target}"),
        };
        if (allowed == false)
            throw DomainErrors.Invalid($"{state} state is disabled for this domain");
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Agent, "virDomainPMSuspendForDuration", call.CancellationToken);
        await GuestAgent.Require(domain).SuspendAsync(target, live.NextPowerChange);
    }

    /// <summary>Asks the agent of a guest, with nobody else asking it meanwhile.</summary>
    private async ValueTask<T> WithAgentAsync<T>(
        ClientCall call, RemoteDomain dom, string api, Func<AgentClient, Task<T>> ask)
    {
        var domain = driver.Find(dom);
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Agent, api, call.CancellationToken);
        return await ask(GuestAgent.Require(domain));
    }

    private async ValueTask SetGuestVcpusAsync(ClientCall call, RemoteDomain dom, uint count) =>
        await WithAgentAsync(call, dom, "virDomainSetVcpusFlags", async agent =>
        {
            var cpus = await agent.GetCpusAsync();
            if (count > cpus.Length)
                throw DomainErrors.InvalidArgument(
                    "requested vcpu count is greater than the count of enabled vcpus in the domain");
            var online = cpus.Count(cpu => cpu.IsOnline);
            var change = online < count
                ? cpus.Where(cpu => !cpu.IsOnline).Take((int)count - online).Select(cpu => (cpu.Id, true))
                : cpus.Where(cpu => cpu is { IsOnline: true, CanOffline: true }).Reverse()
                    .Take(online - (int)count).Select(cpu => (cpu.Id, false));
            return await agent.SetCpusAsync(change);
        });
}
