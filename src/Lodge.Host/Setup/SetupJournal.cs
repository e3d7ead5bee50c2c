namespace Lodge.Host.Setup;

/// <summary>
/// What takes back the changes of <c>lodge host setup</c>, kept with the host: written before a change is made, so that
/// no change is ever without it.
/// </summary>
/// <param name="host">The host.</param>
public sealed class SetupJournal(SetupHost host)
{
    /// <summary>Where it lies on the host.</summary>
    public const string Path = "/var/lib/lodge/host-setup.undo";

    private readonly string _path = host.Files.PathOf(Path);

    /// <summary>The commands, in the order in which they are to be run.</summary>
    public IReadOnlyList<SetupCommand> Read() => File.Exists(_path)
        ? [.. File.ReadLines(_path).Reverse().Select(SetupCommand.TryParse).OfType<SetupCommand>()]
        : [];

    /// <summary>Notes what takes a change back; what stands there from an earlier attempt is noted once.</summary>
    /// <param name="undo">The commands, in the order in which they are to be run.</param>
    public void Add(IReadOnlyList<SetupCommand> undo)
    {
        ArgumentNullException.ThrowIfNull(undo);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
        var known = Read().Select(static command => command.ToLine()).ToHashSet();
        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write);
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        foreach (var line in undo.Reverse().Select(static command => command.ToLine()).Where(known.Add))
        {
            writer.WriteLine(line);
        }

        writer.Flush();
        file.Flush(flushToDisk: true);
    }

    /// <summary>Keeps what could not be taken back; the journal goes where nothing is left.</summary>
    /// <param name="left">The commands, in the order in which they are to be run.</param>
    public void Keep(IReadOnlyList<SetupCommand> left)
    {
        ArgumentNullException.ThrowIfNull(left);
        File.Delete(_path);
        if (left.Count > 0)
        {
            Add(left);
        }
    }
}
