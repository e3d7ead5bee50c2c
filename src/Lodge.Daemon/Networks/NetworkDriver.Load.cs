using System.Collections.Immutable;
using System.Net;
using Lodge.Daemon.Logging;
using Lodge.Host.Netlink;
using Lodge.Model.Networks;
using Lodge.Network.Bridges;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    private const int FirstSubnet = 122;
    private const int LastSubnet = 254;

    /// <summary>Reads what is stored, and takes over what runs.</summary>
    public async Task LoadAsync()
    {
        foreach (var name in _configs.Names().ToList())
            LoadConfig(name);
        foreach (var name in _statuses.Names().ToList())
            await RestoreAsync(name);
    }

    /// <summary>Makes the network that every host has, on the very first start.</summary>
    public async Task DefineDefaultAsync()
    {
        if (!_isFirstStart || Networks.Find("default") is not null)
            return;
        try
        {
            var subnet = FreeSubnet(await _host.Route.ListRoutesAsync());
            if (subnet is null)
            {
                Log.Warning("Network 'default' is not made: no subnet 192.168.122.0/24 to 192.168.254.0/24 is free");
                return;
            }

            if (subnet != FirstSubnet)
            {
                Log.Warning(
                    $"192.168.{FirstSubnet}.0/24 is routed on this host already: network 'default' takes "
                        + $"192.168.{subnet}.0/24");
            }

            var network = await DefineAsync(
                $"""
                <network>
                  <name>default</name>
                  <forward mode='nat'/>
                  <bridge stp='on' delay='0'/>
                  <ip address='192.168.{subnet}.1' netmask='255.255.255.0'>
                    <dhcp>
                      <range start='192.168.{subnet}.2' end='192.168.{subnet}.254'/>
                    </dhcp>
                  </ip>
                </network>
                """,
                CancellationToken.None);
            await SetAutostartAsync(network, true, CancellationToken.None);
        }
        catch (Exception failure) when (failure is VirException or NetlinkException or IOException)
        {
            Log.Error($"Network 'default' cannot be made: {failure.Message}");
        }
    }

    /// <summary>Starts the networks that start with the machine; once after each boot, not with each daemon.</summary>
    public async Task AutostartAsync()
    {
        if (_statuses.MarkAutostarted())
            return;
        foreach (var network in Networks.All.Where(network => network.Current is { Autostart: true, IsActive: false }))
        {
            try
            {
                await StartAsync(network, CancellationToken.None);
            }
            catch (Exception failure) when (failure is VirException or NetlinkException or IOException)
            {
                Log.Error($"Failed to autostart network '{network.Current.Name}': {failure.Message}");
            }
        }
    }

    private static int? FreeSubnet(List<HostRoute> routes)
    {
        for (var subnet = FirstSubnet; subnet <= LastSubnet; subnet++)
        {
            var address = new IPAddress([192, 168, (byte)subnet, 0]);
            if (!routes.Exists(route => route.PrefixLength > 0
                && IpArithmetic.Overlaps(address, 24, route.Destination, route.PrefixLength)))
            {
                return subnet;
            }
        }

        return null;
    }

    private void LoadConfig(string name)
    {
        try
        {
            var definition = _configs.Read(name);
            if (definition.Name != name)
            {
                throw NetworkErrors.Internal(
                    $"Network config filename '{_configs.PathOf(name)}' does not match network name "
                        + $"'{definition.Name}'");
            }

            definition = BridgeNames.Complete(definition, taken => Networks.HasBridge(taken, name), _ => false);
            var (network, _) = Networks.FindOrAdd(definition, live: false);
            network.Publish(s => s with
            {
                Config = definition,
                Autostart = _configs.IsAutostart(name),
                PendingBridge = null,
            });
        }
        catch (Exception bad) when (bad is VirException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"Failed to load config for network '{name}' from '{_configs.PathOf(name)}': {bad.Message}");
        }
    }

    private async Task RestoreAsync(string name)
    {
        try
        {
            var definition = _statuses.Read(name);
            if (await _host.RestoreAsync(definition) is not { } running)
            {
                Log.Warning($"The bridge of network '{name}' is gone: it does not run any more");
                _statuses.Remove(name);
                return;
            }

            var ports = _statuses.ReadPorts(name, (path, broken) => Log.Error($"Port '{path}': {broken.Message}"));
            var (network, _) = Networks.FindOrAdd(definition, live: false);
            network.Publish(s => s with
            {
                Live = definition,
                Running = running,
                PendingBridge = null,
                Ports = ports.ToImmutableDictionary(port => port.Uuid),
            });
        }
        catch (Exception bad)
            when (bad is VirException or NetlinkException or IOException or UnauthorizedAccessException)
        {
            Log.Error($"Cannot take over network '{name}': {bad.Message}");
        }
    }
}
