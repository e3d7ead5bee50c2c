using Lodge.Daemon.Dispatch;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Secrets;
using Lodge.Host.Facts;
using Lodge.Host.Kvm;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    private DomainDriver? _domains;
    private SecretDriver? _secrets;

    private async Task<IReadOnlyList<IServerProgram>> BuildHandlersAsync()
    {
        _secrets = new SecretDriver(paths.Secrets);
        var settings = ReadGuestSettings();
        var confinement = GuestConfinement.Of(settings);
        _domains = new DomainDriver(paths, BuildHypervisor(confinement), new GuestSources
        {
            Settings = settings,
            Confinement = confinement,
            Secrets = _secrets,
        });
        await _domains.LoadAsync();
        var remote = new RemoteHandlers<ClientCall>
        {
            Auth = new AuthProcedures(),
            Connect = new ConnectProcedures(paths.IsSession, _domains)
            {
                Hypervisor = _domains.Hypervisor,
                Secrets = _secrets,
            },
            Domain = new DomainProcedures(_domains),
            Node = new NodeProcedures(HostFiles.Real),
            Secret = new SecretProcedures(_secrets),
        };
        return [new RemoteServerProgram(remote), new QemuServerProgram(new QemuHandlers(_domains))];
    }

    private static IReadOnlyList<IServerProgram> BuildAdministration(IReadOnlyList<RpcServer> servers) =>
        [new AdminServerProgram(new AdministrationProcedures(servers))];

    /// <summary>Whether something runs that needs the daemon though no client is there.</summary>
    private bool IsBusy() =>
        _domains?.Domains.All.Any(domain => domain.Current.IsActive) == true || _secrets?.HasEphemeral == true;

    /// <summary>What begins once clients can connect: guests that start with the daemon.</summary>
    private Task ServeStateAsync()
    {
        _ = _domains!.AutostartAsync();
        return Task.CompletedTask;
    }

    /// <summary>What ends when the daemon stops.</summary>
    private Task StopStateAsync()
    {
        _domains?.Dispose();
        _secrets?.Dispose();
        return Task.CompletedTask;
    }
}
