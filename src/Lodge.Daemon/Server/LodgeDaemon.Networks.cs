using Lodge.Daemon.Logging;
using Lodge.Daemon.Networks;
using Lodge.Host.Netlink;
using Lodge.Network.Dnsmasq;
using Lodge.Network.Running;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    /// <summary>The networks: those that run are found, the default one is made on the first start of all.</summary>
    private async Task<NetworkDriver> BuildNetworksAsync()
    {
        var folders = new NetworkFolders(paths.Dnsmasq, paths.NetworkStatus);
        LeaseScript.Write(folders.Of("").LeaseScript, OwnProgram(), paths.Dnsmasq);
        var host = new NetworkHost(RouteNetlink.Open(), folders, Log.Warning);
        var networks = new NetworkDriver(host, paths.NetworkConfigurations, paths.NetworkStatus);
        await networks.LoadAsync();
        if (!paths.IsSession)
            await networks.DefineDefaultAsync();
        await networks.AutostartAsync();
        networks.GuardRules();
        return networks;
    }

    /// <summary>The words that start this very program, whether it was compiled ahead of time or not.</summary>
    private static string[] OwnProgram()
    {
        var program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.GetFullPath(Environment.GetCommandLineArgs()[0])]
            : [program];
    }
}
