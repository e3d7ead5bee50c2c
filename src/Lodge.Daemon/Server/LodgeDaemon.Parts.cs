using Lodge.Daemon.Dispatch;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Filters;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Secrets;
using Lodge.Daemon.Storage;
using Lodge.Host.Facts;
using Lodge.Host.Interfaces;
using Lodge.Host.Kvm;
using Lodge.Host.NodeDevices;
using Lodge.Network.Filters;
using Lodge.Protocol;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    private static readonly TimeSpan PoolPatience = TimeSpan.FromSeconds(2);

    private DomainDriver? _domains;
    private SecretDriver? _secrets;
    private NetworkDriver? _networks;
    private StorageParts? _storage;
    private Task _pools = Task.CompletedTask;
    private NodeDeviceDriver? _nodeDevices;
    private FilterDriver? _filters;

    private async Task<IReadOnlyList<IServerProgram>> BuildHandlersAsync()
    {
        _secrets = new SecretDriver(paths.Secrets);
        _storage = new StorageParts(paths, _secrets);
        await _storage.Driver.LoadAsync(CancellationToken.None);
        await StartPoolsAsync(_storage);
        _nodeDevices = new NodeDeviceDriver(HostFiles.Real);
        _networks = await BuildNetworksAsync();
        _filters = new FilterDriver(paths, new NftPacketFilter());
        await _filters.RestoreAsync();
        _filters.GuardRules();
        var settings = ReadGuestSettings();
        var confinement = BuildConfinement(settings);
        _domains = new DomainDriver(paths, BuildHypervisor(confinement), new GuestSources
        {
            Settings = settings,
            Confinement = confinement,
            Secrets = _secrets,
            Networks = new GuestPorts(
                _networks, guest => _domains?.Domains.Find(VirUuid.Of(guest))?.Current.Name ?? guest.ToString()),
            Volumes = new PoolVolumes(_storage.Driver),
            Chains = new ImageChains(),
            Links = new GuestLinks(_filters),
        });
        _storage.Guests = _domains.Domains;
        await _domains.LoadAsync();
        var remote = new RemoteHandlers<ClientCall>
        {
            Auth = new AuthProcedures(),
            Connect = new ConnectProcedures(paths.IsSession, _domains)
            {
                Hypervisor = _domains.Hypervisor,
                Secrets = _secrets,
                Networks = _networks,
                Storage = _storage,
                NodeDevices = _nodeDevices,
                Filters = _filters,
            },
            Domain = new DomainProcedures(_domains) { Networks = _networks },
            Node = new NodeProcedures(HostFiles.Real)
            {
                Devices = _nodeDevices,
                SecurityModel = confinement.Model,
            },
            NodeDevice = new NodeDeviceProcedures(_nodeDevices)
            {
                Pci = new PciBinding(HostFiles.Real),
                Assignments = _domains.Resources.Services.PciDevices,
            },
            Network = new NetworkProcedures(_networks),
            NetworkPort = new NetworkPortProcedures(_networks),
            Interface = new InterfaceProcedures(new HostInterfaces(HostFiles.Real)),
            Nwfilter = new NwfilterProcedures(_filters),
            NwfilterBinding = new NwfilterBindingProcedures(_filters),
            Secret = new SecretProcedures(_secrets),
            StoragePool = new StoragePoolProcedures(_storage.Driver),
            StorageVol = new StorageVolProcedures(_storage.Driver),
        };
        return
        [
            new RemoteServerProgram(remote),
            new QemuServerProgram(new QemuHandlers(_domains)),
            new LxcServerProgram(),
        ];
    }

    private static IReadOnlyList<IServerProgram> BuildAdministration(IReadOnlyList<RpcServer> servers) =>
        [new AdminServerProgram(new AdministrationProcedures(servers))];

    /// <summary>Whether something runs that needs the daemon though no client is there.</summary>
    private bool IsBusy() =>
        _domains?.Domains.All.Any(domain => domain.Current.IsActive) == true || _secrets?.HasEphemeral == true;

    /// <summary>What begins once clients can connect: pools that start with the daemon, then guests.</summary>
    private Task ServeStateAsync()
    {
        _ = AutostartAsync();
        return Task.CompletedTask;
    }

    private async Task AutostartAsync()
    {
        await _pools;
        await _domains!.AutostartAsync();
    }

    // Who connects first finds the pools that start quickly; a server that does not answer holds nobody up.
    private async Task StartPoolsAsync(StorageParts storage)
    {
        _pools = storage.Driver.AutostartAsync(CancellationToken.None);
        await _pools.WaitAsync(PoolPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What ends when the daemon stops.</summary>
    private async Task StopStateAsync()
    {
        _domains?.Dispose();
        if (_filters is not null) await _filters.DisposeAsync();
        _storage?.Dispose();
        _secrets?.Dispose();
        _nodeDevices?.Dispose();
        _networks?.Dispose();
    }
}
