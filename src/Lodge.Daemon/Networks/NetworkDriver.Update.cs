using Lodge.Model.Networks;
using Lodge.Network.Running;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirNetworkUpdateFlags;
using static Lodge.Protocol.Constants.VirNetworkUpdateSection;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    /// <summary>Changes one section of a network as it runs, as it is stored, or both.</summary>
    /// <exception cref="VirException">It cannot be; both stay as they were.</exception>
    public async ValueTask UpdateAsync(
        NetworkObject network, VirNetworkUpdateCommand command, VirNetworkUpdateSection section, int parent, string xml,
        VirNetworkUpdateFlags flags, CancellationToken cancellation)
    {
        using var turn = await BeginAsync(network, cancellation);
        var now = network.Current;
        if ((flags & (VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG)) == 0)
            flags |= now.IsActive ? VIR_NETWORK_UPDATE_AFFECT_LIVE : VIR_NETWORK_UPDATE_AFFECT_CONFIG;
        var isLive = flags.HasFlag(VIR_NETWORK_UPDATE_AFFECT_LIVE);
        var isConfig = flags.HasFlag(VIR_NETWORK_UPDATE_AFFECT_CONFIG);
        if (isLive && !now.IsActive)
            throw NetworkErrors.Invalid("network is not running");
        if (isConfig && !now.IsPersistent)
            throw NetworkErrors.Invalid("cannot change persistent config of a transient network");

        // Both are made before either is put in place, so that a refusal changes nothing.
        var users = now.InterfaceConnections();
        var config = isConfig ? Changed(now.Config!) : null;
        var live = isLive ? Changed(now.Live!) : null;
        if (live is not null)
        {
            await UpdateRunningAsync(now.Running!, now.Live!, live, section);
            try
            {
                _statuses.Write(live);
                if (config is not null)
                    _configs.Write(config);
            }
            catch (VirException)
            {
                await UpdateRunningAsync(now.Running!, live, now.Live!, section);
                throw;
            }
        }
        else
        {
            _configs.Write(config!);
        }

        network.Publish(s => s with { Live = live ?? s.Live, Config = config ?? s.Config });

        NetworkDefinition Changed(NetworkDefinition definition)
        {
            var next = NetworkUpdate.Apply(
                definition, command, section, parent, xml, device => users.GetValueOrDefault(device));
            NetworkValidation.Check(next, path => File.Exists(path + "/physfn"));
            return next;
        }
    }

    private static Task UpdateRunningAsync(
        RunningNetwork running, NetworkDefinition before, NetworkDefinition next, VirNetworkUpdateSection section)
    {
        var needsRules = section is VIR_NETWORK_SECTION_FORWARD_INTERFACE or VIR_NETWORK_SECTION_IP_DHCP_RANGE
            or VIR_NETWORK_SECTION_IP_DHCP_HOST;
        var needsRestart = section switch
        {
            VIR_NETWORK_SECTION_IP_DHCP_RANGE or VIR_NETWORK_SECTION_DNS_TXT or VIR_NETWORK_SECTION_DNS_SRV => true,

            // The first host begins the service, the last one ends it; those between are only read again.
            VIR_NETWORK_SECTION_IP_DHCP_HOST => ServesDhcp(before) != ServesDhcp(next),
            _ => false,
        };
        return running.UpdateAsync(next, needsRules, needsRestart);
    }

    private static bool ServesDhcp(NetworkDefinition network) => network.Ips.Any(ip => ip.HasDhcp);
}
