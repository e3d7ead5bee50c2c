using Lodge.Daemon.Dispatch;
using Lodge.Host.Facts;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    private Task<IReadOnlyList<IServerProgram>> BuildHandlersAsync()
    {
        var remote = new RemoteHandlers<ClientCall>
        {
            Auth = new AuthProcedures(),
            Connect = new ConnectProcedures(paths.IsSession) { Hypervisor = BuildHypervisor() },
            Node = new NodeProcedures(HostFiles.Real),
        };
        return Task.FromResult<IReadOnlyList<IServerProgram>>([new RemoteServerProgram(remote)]);
    }

    private static IReadOnlyList<IServerProgram> BuildAdministration(IReadOnlyList<RpcServer> servers) =>
        [new AdminServerProgram(new AdministrationProcedures(servers))];

    /// <summary>Whether something runs that needs the daemon though no client is there.</summary>
    private static bool IsBusy() => false;

    /// <summary>What begins once clients can connect: guests that start with the daemon.</summary>
    private static Task ServeStateAsync() => Task.CompletedTask;

    /// <summary>What ends when the daemon stops.</summary>
    private static Task StopStateAsync() => Task.CompletedTask;
}
