using Lodge.Client;
using Lodge.Daemon.Config;
using Lodge.Daemon.Dispatch;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Filters;
using Lodge.Daemon.NodeDevices;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Secrets;
using Lodge.Daemon.Storage;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Host.Netlink;
using Lodge.Network.Running;
using Lodge.Host.NodeDevices;
using Lodge.Network.Filters;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;
using Lodge.Transport.InMemory;
using Lodge.Transport.Server;

namespace Lodge.InMemory.Tests;

/// <summary>The daemon's dispatch and our client in one process, with memory between them.</summary>
internal sealed class InMemoryDaemon : IDisposable
{
    private readonly List<InMemoryServerConnection> _connections = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-memory-");
    private readonly DomainDriver _driver;
    private readonly SecretDriver _secrets;
    private readonly NetworkDriver _networks;
    private readonly StorageParts _storage;
    private readonly FilterDriver _filters;
    private readonly NodeDeviceDriver _devices;

    public InMemoryDaemon(IDomainProcedures<ClientCall>? domains = null, HostFiles? host = null)
    {
        var files = host ?? HostFiles.Real;
        _devices = new NodeDeviceDriver(files);
        var hypervisor = new QemuHypervisor(new() { CacheFolder = _folder.FullName, IsKvmUsable = static () => false });
        _driver = new DomainDriver(DaemonPaths.Below(_folder.FullName), hypervisor);
        _secrets = new SecretDriver(Path.Combine(_folder.FullName, "secrets"));
        _networks = new NetworkDriver(
            new NetworkHost(
                RouteNetlink.Open(),
                new NetworkFolders(Path.Combine(_folder.FullName, "dnsmasq"), Path.Combine(_folder.FullName, "run")),
                static _ => { }),
            Path.Combine(_folder.FullName, "networks"),
            Path.Combine(_folder.FullName, "run"));
        _storage = new StorageParts(DaemonPaths.Below(_folder.FullName), _secrets);
        _filters = new FilterDriver(DaemonPaths.Below(_folder.FullName), new NftPacketFilter());
        var handlers = new RemoteHandlers<ClientCall>
        {
            Auth = new AuthProcedures(),
            Connect = new ConnectProcedures(isSession: false, _driver)
            {
                Hypervisor = hypervisor,
                Secrets = _secrets,
                Networks = _networks,
                Storage = _storage,
                NodeDevices = _devices,
                Filters = _filters,
            },
            Network = new NetworkProcedures(_networks),
            NetworkPort = new NetworkPortProcedures(_networks),
            Nwfilter = new NwfilterProcedures(_filters),
            NwfilterBinding = new NwfilterBindingProcedures(_filters),
            Secret = new SecretProcedures(_secrets),
            StoragePool = new StoragePoolProcedures(_storage.Driver),
            Node = new NodeProcedures(files) { Devices = _devices },
            NodeDevice = new NodeDeviceProcedures(_devices)
            {
                Pci = new PciBinding(files),
                Assignments = new PciAssignments(files),
            },
        };
        Server = new RpcServer(
            "memory",
            new ServerLimits(),
            [new RemoteServerProgram(domains is null ? handlers : handlers with { Domain = domains })]);
    }

    public RpcServer Server { get; }

    public async Task<LibvirtConnection> ConnectAsync(bool readOnly = false, string name = "qemu:///system")
    {
        var (here, there) = InMemoryTransport.CreatePair();
        var connection = new InMemoryServerConnection(there, new PeerCredentials(Environment.ProcessId, 0, 0));
        _connections.Add(connection);
        _ = connection.ServeAsync(Server.Accept(connection, readOnly));
        return await LibvirtConnection.OpenAsync(here, name, new ConnectionOptions { ReadOnly = readOnly });
    }

    public void Dispose()
    {
        _connections.ForEach(connection => connection.Dispose());
        Server.Dispose();
        _driver.Dispose();
        _filters.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _storage.Dispose();
        _secrets.Dispose();
        _networks.Dispose();
        _devices.Dispose();
        _folder.Delete(true);
    }
}
