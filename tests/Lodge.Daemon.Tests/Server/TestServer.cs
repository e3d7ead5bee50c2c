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
using Lodge.Network.Filters;
using Lodge.Network.Running;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;
using Lodge.Transport.Unix.Server;

namespace Lodge.Daemon.Tests.Server;

/// <summary>A server on sockets of its own, with domains that do what a test wants.</summary>
internal sealed class TestServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-server-");
    private readonly SocketLoop[] _loops = [new("test-0"), new("test-1")];
    private readonly List<SocketListener> _listeners = [];

    private readonly DomainDriver _driver;
    private readonly SecretDriver _secrets;
    private readonly NetworkDriver _networks;
    private readonly StorageParts _storage;
    private readonly FilterDriver _filters;
    private readonly NodeDeviceDriver _devices = new(HostFiles.Real);

    public TestServer(ServerLimits? limits = null, IDomainProcedures<ClientCall>? domains = null)
    {
        _driver = new DomainDriver(
            DaemonPaths.Below(_folder.FullName),
            new QemuHypervisor(
                new QemuHypervisorOptions { CacheFolder = _folder.FullName, IsKvmUsable = () => false }));
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
                Hypervisor = _driver.Hypervisor,
                Secrets = _secrets,
                Networks = _networks,
                Storage = _storage,
                NodeDevices = _devices,
                Filters = _filters,
            },
        };
        if (domains is not null)
        {
            handlers = handlers with { Domain = domains };
        }

        Rpc = new RpcServer(
            "test", limits ?? new(),
            [new RemoteServerProgram(handlers), new QemuServerProgram(new NoQemuProcedures())]);
        Listen(ReadWriteSocket, false);
        Listen(ReadOnlySocket, true);
    }

    public RpcServer Rpc { get; }

    public string ReadWriteSocket => Path.Combine(_folder.FullName, "sock");

    public string ReadOnlySocket => Path.Combine(_folder.FullName, "sock-ro");

    public RawClient Connect(bool readOnly = false) => new(readOnly ? ReadOnlySocket : ReadWriteSocket);

    public RawClient Opened(bool readOnly = false)
    {
        var client = Connect(readOnly);
        client.Open().Ok();
        return client;
    }

    public void Dispose()
    {
        _listeners.ForEach(listener => listener.Dispose());
        _filters.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _storage.Dispose();
        _secrets.Dispose();
        _networks.Dispose();
        _devices.Dispose();
        foreach (var loop in _loops)
        {
            loop.Dispose();
        }

        Rpc.Dispose();
        _driver.Dispose();
        _folder.Delete(true);
    }

    private void Listen(string path, bool readOnly)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var socket = UnixSocketAddress.Listen(path, owner, null, 100);
        var listener = new SocketListener(_loops, socket, new ServerService(Rpc, readOnly));
        Rpc.OnRoom(listener.Start);
        listener.Start();
        _listeners.Add(listener);
    }

    private sealed class NoQemuProcedures : IQemuProcedures<ClientCall>;
}
