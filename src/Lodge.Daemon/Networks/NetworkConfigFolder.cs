using System.Text;
using Lodge.Daemon.State;
using Lodge.Model.Networks;

namespace Lodge.Daemon.Networks;

/// <summary>
/// The configurations of persistent networks (<c>NAME.xml</c>) and the links that mark which start with the daemon.
/// </summary>
internal sealed class NetworkConfigFolder : IDisposable
{
    private const string Ending = ".xml";

    private readonly StateFolder _configs;
    private readonly StateFolder _autostart;

    /// <summary>Opens <paramref name="path"/> and its <c>autostart</c> folder.</summary>
    public NetworkConfigFolder(string path)
    {
        _configs = StateFolder.Open(path);
        _autostart = StateFolder.Open($"{path}/autostart");
    }

    /// <summary>Names that have a configuration file.</summary>
    public IEnumerable<string> Names() => _configs.Names(Ending).Select(name => name[..^Ending.Length]);

    /// <summary>The path of a network's configuration.</summary>
    public string PathOf(string name) => _configs.PathOf(name + Ending);

    /// <summary>Reads a configuration.</summary>
    public NetworkDefinition Read(string name)
    {
        var content = File.ReadAllBytes(PathOf(name));
        return NetworkXml.Parse(Encoding.UTF8.GetString(StateFileHeader.Skip(content).Span));
    }

    /// <summary>Stores a configuration; when it returns, it is on the disk.</summary>
    public void Write(NetworkDefinition network)
    {
        var xml = NetworkXml.Format(network, NetworkXmlFormatOptions.Stored);
        _configs.Write(
            network.Name + Ending,
            StateFileHeader.Prepend(network.Name, Encoding.UTF8.GetBytes(xml), "net-edit"));
    }

    /// <summary>Takes a configuration and its link away; the link first, so that none ever dangles.</summary>
    public void Remove(string name)
    {
        _ = _autostart.Remove(name + Ending);
        _ = _configs.Remove(name + Ending);
    }

    /// <summary>Whether the network starts with the daemon.</summary>
    public bool IsAutostart(string name) => new FileInfo(_autostart.PathOf(name + Ending)).LinkTarget is not null;

    /// <summary>Marks that the network starts with the daemon, or no longer does.</summary>
    public void SetAutostart(string name, bool autostart)
    {
        if (autostart)
            _autostart.Link(name + Ending, PathOf(name));
        else
            _ = _autostart.Remove(name + Ending);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _configs.Dispose();
        _autostart.Dispose();
    }
}
