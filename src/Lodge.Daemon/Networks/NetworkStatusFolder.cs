using System.Text;
using Lodge.Daemon.State;
using Lodge.Model.Domain;
using Lodge.Model.Networks;

namespace Lodge.Daemon.Networks;

/// <summary>
/// What the next daemon must know of networks that run: the network as it runs, and its ports. It outlives the daemon,
/// not
/// the machine.
/// </summary>
internal sealed class NetworkStatusFolder : IDisposable
{
    private const string Ending = ".xml";
    private const string PortsEnding = ".ports";
    private const string Marker = "autostarted";

    private readonly StateFolder _folder;

    /// <summary>Opens <paramref name="path"/>.</summary>
    public NetworkStatusFolder(string path) => _folder = StateFolder.Open(path, durable: false);

    /// <summary>Names of networks that ran.</summary>
    public IEnumerable<string> Names() => _folder.Names(Ending).Select(name => name[..^Ending.Length]);

    /// <summary>Reads a network as it ran.</summary>
    public NetworkDefinition Read(string name) => NetworkXml.Parse(File.ReadAllText(_folder.PathOf(name + Ending)));

    /// <summary>Notes a network as it runs.</summary>
    public void Write(NetworkDefinition network) => _folder.Write(
        network.Name + Ending, Encoding.UTF8.GetBytes(NetworkXml.Format(network, new NetworkXmlFormatOptions())));

    /// <summary>Forgets a network that runs no more, and its ports.</summary>
    public void Remove(string name)
    {
        _ = _folder.Remove(name + Ending);
        var ports = _folder.PathOf(name + PortsEnding);
        if (Directory.Exists(ports))
            Directory.Delete(ports, recursive: true);
    }

    /// <summary>Reads the ports of a network; a file that is none is told and passed over.</summary>
    public IEnumerable<NetworkPort> ReadPorts(string name, Action<string, Exception> onBroken)
    {
        var folder = _folder.PathOf(name + PortsEnding);
        if (!Directory.Exists(folder))
            yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            NetworkPort? port = null;
            try
            {
                port = NetworkPort.Parse(File.ReadAllText(path));
            }
            catch (Exception broken) when (broken is Protocol.Errors.VirException or IOException)
            {
                onBroken(path, broken);
            }

            if (port is not null)
                yield return port;
        }
    }

    /// <summary>Notes a port.</summary>
    public void WritePort(string name, NetworkPort port)
    {
        using var folder = StateFolder.Open(_folder.PathOf(name + PortsEnding), durable: false);
        folder.Write(UuidText.Format(port.Uuid) + Ending, Encoding.UTF8.GetBytes(port.Format()));
    }

    /// <summary>Forgets a port.</summary>
    public void RemovePort(string name, Guid port) =>
        File.Delete($"{_folder.PathOf(name + PortsEnding)}/{UuidText.Format(port)}{Ending}");

    /// <summary>Notes that networks were started since the machine was.</summary>
    /// <returns>Whether that was so already.</returns>
    public bool MarkAutostarted()
    {
        var path = _folder.PathOf(Marker);
        if (File.Exists(path))
            return true;
        File.WriteAllBytes(path, []);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
