using System.Text;
using Lodge.Daemon.State;
using Lodge.Storage.Pools;

namespace Lodge.Daemon.Storage;

/// <summary>
/// Pools on the disk, as libvirt keeps them: <c>NAME.xml</c>, a link in <c>autostart</c> for each that starts with the
/// daemon, and until the next boot a file for each that is active.
/// </summary>
internal sealed class StoredPools : IPoolStore, IDisposable
{
    private const string Ending = ".xml";

    private readonly StateFolder _configs;
    private readonly StateFolder _autostart;
    private readonly StateFolder _states;

    /// <summary>Opens the folders, and makes them where they are missing.</summary>
    /// <param name="configurations">Holds the configurations.</param>
    /// <param name="states">Holds what is true until the next boot.</param>
    public StoredPools(string configurations, string states)
    {
        IsFresh = !Directory.Exists(configurations);
        _configs = StateFolder.Open(configurations);
        _autostart = StateFolder.Open($"{configurations}/autostart");
        _states = StateFolder.Open(states, durable: false);
    }

    /// <inheritdoc/>
    public bool IsFresh { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Configs() => Names(_configs);

    /// <inheritdoc/>
    public string ReadConfig(string name) =>
        Encoding.UTF8.GetString(StateFileHeader.Skip(File.ReadAllBytes(_configs.PathOf(name + Ending))).Span);

    /// <inheritdoc/>
    public void WriteConfig(string name, string xml) =>
        _configs.Write(name + Ending, StateFileHeader.Prepend(name, Encoding.UTF8.GetBytes(xml), "pool-edit"));

    /// <inheritdoc/>
    public void RemoveConfig(string name)
    {
        // The link first, so that none ever dangles.
        _ = _autostart.Remove(name + Ending);
        _ = _configs.Remove(name + Ending);
    }

    /// <inheritdoc/>
    public bool IsAutostart(string name) => new FileInfo(_autostart.PathOf(name + Ending)).LinkTarget is not null;

    /// <inheritdoc/>
    public void SetAutostart(string name, bool autostart)
    {
        if (autostart)
            _autostart.Link(name + Ending, _configs.PathOf(name + Ending));
        else
            _ = _autostart.Remove(name + Ending);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> States() => Names(_states);

    /// <inheritdoc/>
    public string ReadState(string name) => File.ReadAllText(_states.PathOf(name + Ending));

    /// <inheritdoc/>
    public void WriteState(string name, string xml) => _states.Write(name + Ending, Encoding.UTF8.GetBytes(xml));

    /// <inheritdoc/>
    public void RemoveState(string name) => _ = _states.Remove(name + Ending);

    /// <inheritdoc/>
    public void Dispose()
    {
        _configs.Dispose();
        _autostart.Dispose();
        _states.Dispose();
    }

    private static List<string> Names(StateFolder folder) =>
        [.. folder.Names(Ending).Select(name => name[..^Ending.Length])];
}
