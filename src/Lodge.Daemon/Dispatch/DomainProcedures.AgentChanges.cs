using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask<DomainGetGuestVcpusRet> DomainGetGuestVcpusAsync(
        ClientCall call, DomainGetGuestVcpusArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainGetGuestVcpus");
        var cpus = await WithAgentAsync(call, args.Dom, "virDomainGetGuestVcpus", agent => agent.GetCpusAsync());
        var parameters = new ParameterList();
        parameters.Add("vcpus", Numbers(cpus));
        parameters.Add("online", Numbers(cpus.Where(cpu => cpu.IsOnline)));
        parameters.Add("offlinable", Numbers(cpus.Where(cpu => cpu.CanOffline)));
        return new DomainGetGuestVcpusRet { Params = parameters.ToArray() };

        static string Numbers(IEnumerable<AgentCpu> cpus) => new CpuSet(cpus.Select(cpu => cpu.Id)).ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DomainSetGuestVcpusAsync(ClientCall call, DomainSetGuestVcpusArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainSetGuestVcpus");
        if (args.State is not (0 or 1))
            throw DomainErrors.InvalidArgument("state in virDomainSetGuestVcpus: unsupported state value");
        if (!CpuSet.TryParse(args.Cpumap, out var map))
            throw DomainErrors.InvalidArgument($"Failed to parse bitmap '{args.Cpumap}'");
        await WithAgentAsync(call, args.Dom, "virDomainSetGuestVcpus", async agent =>
        {
            var chosen = (await agent.GetCpusAsync()).Where(cpu => map.Contains(cpu.Id)).ToList();
            if (args.State == 0 && chosen.Find(cpu => !cpu.CanOffline) is { } needed)
                throw DomainErrors.OperationUnsupported($"vCPU '{needed.Id}' is not offlinable");
            var missing = new CpuSet(map.Members.Except(chosen.Select(cpu => cpu.Id)));
            if (!missing.IsEmpty)
                throw DomainErrors.InvalidArgument($"guest is missing vCPUs '{missing}'");
            await SetAllAsync(agent, [.. chosen.Select(cpu => (cpu.Id, args.State == 1))]);
            return true;
        });
    }

    /// <inheritdoc/>
    public async ValueTask DomainAuthorizedSshKeysSetAsync(ClientCall call, DomainAuthorizedSshKeysSetArgs args)
    {
        const uint Append =
            (uint)VirDomainAuthorizedSSHKeysSetFlags.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND;
        const uint Remove =
            (uint)VirDomainAuthorizedSSHKeysSetFlags.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE;
        FlagCheck.NotBoth(
            (VirDomainAuthorizedSSHKeysSetFlags)args.Flags,
            VirDomainAuthorizedSSHKeysSetFlags.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND,
            VirDomainAuthorizedSSHKeysSetFlags.VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE,
            "virDomainAuthorizedSSHKeysSet");
        FlagCheck.Only(args.Flags, Append | Remove, "qemuDomainAuthorizedSSHKeysSet");
        await WithAgentAsync(call, args.Dom, "virDomainAuthorizedSSHKeysSet", async agent =>
        {
            if ((args.Flags & Remove) != 0)
                await agent.RemoveAuthorizedKeysAsync(args.User, args.Keys);
            else
                await agent.AddAuthorizedKeysAsync(args.User, args.Keys, takePlace: (args.Flags & Append) == 0);
            return true;
        });
    }

    // An agent may set only the first of them, and says how many: the rest is asked for again.
    private static async Task SetAllAsync(AgentClient agent, (int Id, bool IsOnline)[] cpus)
    {
        while (cpus.Length > 0)
        {
            var count = await agent.SetCpusAsync(cpus);
            if (count <= 0 || count > cpus.Length)
                throw DomainErrors.Internal("guest agent returned malformed or invalid return value");
            cpus = cpus[count..];
        }
    }
}
