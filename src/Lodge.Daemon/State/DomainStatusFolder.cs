using System.Text;

namespace Lodge.Daemon.State;

/// <summary>
/// The status files of running guests. They outlive the daemon, not the machine: nothing here waits for a disk.
/// </summary>
internal sealed class DomainStatusFolder : IDisposable
{
    private const string Ending = ".xml";

    private readonly StateFolder _folder;

    /// <summary>Opens <paramref name="path"/>.</summary>
    public DomainStatusFolder(string path, Action<StateStep>? afterStep = null) =>
        _folder = StateFolder.Open(path, durable: false, afterStep);

    /// <summary>Names of domains that have a status.</summary>
    public IEnumerable<string> Names() => _folder.Names(Ending).Select(name => name[..^Ending.Length]);

    /// <summary>The path of a domain's status.</summary>
    public string PathOf(string name) => _folder.PathOf(name + Ending);

    /// <summary>Reads a status.</summary>
    public DomainStatus Read(string name) => DomainStatusXml.Parse(name, File.ReadAllText(PathOf(name)));

    /// <summary>Replaces a status whole.</summary>
    public void Write(DomainStatus status) =>
        _folder.Write(status.Name + Ending, Encoding.UTF8.GetBytes(DomainStatusXml.Format(status)));

    /// <summary>Forgets a guest that has ended.</summary>
    public void Remove(string name) => _folder.Remove(name + Ending);

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
