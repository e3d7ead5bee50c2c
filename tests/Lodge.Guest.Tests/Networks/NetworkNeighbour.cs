using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>A machine on a network, as a guest is: a link in the bridge, its other end far away.</summary>
internal sealed class NetworkNeighbour : IDisposable
{
    private const string Link = """
        set -e
        ip link add g0 type veth peer name g1
        ip link set g0 master "$2" up
        ip link set g1 netns "$1"
        """;

    private readonly NetworkNamespace _place = new();

    private NetworkNeighbour()
    {
    }

    /// <summary>Plugs one into a bridge of the daemon's host.</summary>
    public static async Task<NetworkNeighbour> PlugAsync(LodgedProcess lodged, string bridge)
    {
        var neighbour = new NetworkNeighbour();
        var linked = await ProgramRun.OfAsync(
            "nsenter", [$"--net={lodged.NetworkPath}", "sh", "-c", Link, "sh", neighbour._place.Path, bridge]);
        Assert.True(linked.ExitCode == 0, linked.Errors);
        return neighbour;
    }

    /// <summary>Runs commands on it, which must succeed.</summary>
    /// <returns>What they printed.</returns>
    public async Task<string> DoAsync(string commands)
    {
        var (status, output) = await _place.ExecuteAsync("", "sh", "-ec", commands);
        Assert.True(status == 0, output);
        return output;
    }

    public void Dispose() => _place.Dispose();
}
