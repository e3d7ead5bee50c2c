using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Snapshots on disk: a folder for each domain that has some, a file for each snapshot.</summary>
/// <param name="root">Where the folders are.</param>
internal sealed class SnapshotFolder(string root)
{
    private const string Ending = ".xml";

    /// <summary>
    /// Reads a domain's snapshots. A file that is none is reported by its name, and left where it is.
    /// </summary>
    public SnapshotTree Read(string domain)
    {
        var folder = FolderOf(domain);
        var tree = SnapshotTree.Empty;
        if (!Directory.Exists(folder))
            return tree;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ending))
        {
            try
            {
                var content = StateFileHeader.Skip(File.ReadAllBytes(path));
                var xml = Encoding.UTF8.GetString(content.Span);
                var snapshot = SnapshotDefinition.Parse(xml, redefined: true);
                tree = tree.With(snapshot);
                if (SnapshotDefinition.IsMarkedCurrent(xml))
                    tree = tree with { Current = snapshot.Name };
            }
            catch (Exception bad) when (bad is VirException or IOException or UnauthorizedAccessException)
            {
                Log.Error($"Failed to parse snapshot XML from file '{path}': {bad.Message}");
            }
        }

        return tree;
    }

    /// <summary>Writes what differs between two states of a domain's snapshots.</summary>
    public void Write(string domain, SnapshotTree before, SnapshotTree after)
    {
        if (after.All.IsEmpty)
        {
            Remove(domain);
            return;
        }

        Directory.CreateDirectory(FolderOf(domain));
        using var folder = StateFolder.Open(FolderOf(domain));
        foreach (var (name, snapshot) in after.All)
        {
            var isSame = before.All.TryGetValue(name, out var old) && ReferenceEquals(old, snapshot)
                && (before.Current == name) == (after.Current == name);
            if (!isSame)
            {
                var xml = snapshot.Format(secure: true, isCurrent: after.Current == name);
                folder.Write(
                    name + Ending, StateFileHeader.Prepend(domain, Encoding.UTF8.GetBytes(xml), "snapshot-edit"));
            }
        }

        foreach (var gone in before.All.Keys.Where(name => !after.All.ContainsKey(name)))
            folder.Remove(gone + Ending);
    }

    /// <summary>Forgets a domain's snapshots.</summary>
    public void Remove(string domain)
    {
        if (Directory.Exists(FolderOf(domain)))
            Directory.Delete(FolderOf(domain), recursive: true);
    }

    /// <summary>Gives a domain's snapshots to its new name.</summary>
    public void Rename(string from, string to)
    {
        if (Directory.Exists(FolderOf(from)))
            Directory.Move(FolderOf(from), FolderOf(to));
    }

    private string FolderOf(string domain) => Path.Combine(root, domain);
}
