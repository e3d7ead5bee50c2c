using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;
using Lodge.Qemu.Qmp;
using static Lodge.Protocol.Constants.VirDomainGuestInfoTypes;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask<DomainGetHostnameRet> DomainGetHostnameAsync(ClientCall call, DomainGetHostnameArgs args)
    {
        const uint Lease = (uint)VirDomainGetHostnameFlags.VIR_DOMAIN_GET_HOSTNAME_LEASE;
        const uint Agent = (uint)VirDomainGetHostnameFlags.VIR_DOMAIN_GET_HOSTNAME_AGENT;
        FlagCheck.Only(args.Flags, Lease | Agent, "qemuDomainGetHostname");
        if ((args.Flags & Lease) != 0)
            return new DomainGetHostnameRet { Hostname = LeasedHostName(driver.FindRunning(args.Dom).Live.Definition) };
        var name = await WithAgentAsync(call, args.Dom, "virDomainGetHostname", agent => agent.GetHostNameAsync());
        return new DomainGetHostnameRet { Hostname = name };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetFsinfoRet> DomainGetFsinfoAsync(ClientCall call, DomainGetFsinfoArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetFSInfo");
        var live = driver.FindRunning(args.Dom).Live;
        var systems = await WithAgentAsync(call, args.Dom, "virDomainGetFSInfo", agent => agent.GetFileSystemsAsync());
        DomainFsinfo[] infos = [.. systems.Select(system => new DomainFsinfo
        {
            Mountpoint = system.Mountpoint,
            Name = system.Name,
            Fstype = system.Type,
            DevAliases = [.. system.Disks.Select(disk => GuestDisks.TargetOf(live.Definition, disk)).OfType<string>()],
        })];
        return new DomainGetFsinfoRet { Info = infos, Ret = (uint)infos.Length };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetGuestInfoRet> DomainGetGuestInfoAsync(ClientCall call, DomainGetGuestInfoArgs args)
    {
        const VirDomainGuestInfoTypes Known = VIR_DOMAIN_GUEST_INFO_USERS | VIR_DOMAIN_GUEST_INFO_OS
            | VIR_DOMAIN_GUEST_INFO_TIMEZONE | VIR_DOMAIN_GUEST_INFO_HOSTNAME | VIR_DOMAIN_GUEST_INFO_FILESYSTEM
            | VIR_DOMAIN_GUEST_INFO_DISKS | VIR_DOMAIN_GUEST_INFO_INTERFACES;
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetGuestInfo");
        var types = (VirDomainGuestInfoTypes)args.Types;
        if ((types & ~Known) != 0)
        {
            throw DomainErrors.InvalidArgument(
                $"unsupported guest information types '0x{(uint)(types & ~Known):x}'");
        }

        var live = driver.FindRunning(args.Dom).Live;
        var list = await WithAgentAsync(call, args.Dom, "virDomainGetGuestInfo", async agent =>
        {
            var all = new ParameterList();
            foreach (var (type, add) in GuestInformation.Groups)
            {
                if (types == 0)
                    await OrNothing(add(all, agent, live.Definition));
                else if ((types & type) != 0)
                    await add(all, agent, live.Definition);
            }

            return all;
        });
        return new DomainGetGuestInfoRet { Params = list.ToArray() };
    }

    /// <summary>Passes over what this agent cannot tell, where everything was asked for.</summary>
    private static async Task OrNothing(Task part)
    {
        try
        {
            await part;
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException)
        {
            // The others may be known.
        }
    }
}
