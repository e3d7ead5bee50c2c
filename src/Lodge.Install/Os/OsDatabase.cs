using System.Collections.Concurrent;
using System.Xml;

namespace Lodge.Install.Os;

/// <summary>
/// What osinfo-db knows of operating systems. Nothing is read before it is asked for: a system by its short name costs
/// the files of its own line, not the hundreds of the whole database. Safe to use from several threads.
/// </summary>
public sealed partial class OsDatabase
{
    private readonly OsinfoFolders _folders;
    private readonly ConcurrentDictionary<string, GuestOs?> _systems = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OsDevice> _devices = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _warnings = new();
    private IReadOnlyList<GuestOs>? _all;

    private OsDatabase(OsinfoFolders folders) => _folders = folders;

    /// <summary>
    /// The database of this machine, as libosinfo finds it: <c>/usr/share/osinfo</c> (<c>OSINFO_SYSTEM_DIR</c>), then
    /// <c>/etc/osinfo</c> (<c>OSINFO_LOCAL_DIR</c>), then the user's <c>osinfo</c> (<c>OSINFO_USER_DIR</c>); files of
    /// the later replace those of the earlier. Where there is none, it knows the generic system and those that are
    /// built in alone.
    /// </summary>
    public static OsDatabase Default { get; } = new(OsinfoFolders.OfThisMachine());

    /// <summary>Every system of it, in the order of short names; the generic one is not among them.</summary>
    public IReadOnlyList<GuestOs> All => _all ??= ReadAll();

    /// <summary>Files that could not be read, and were passed over: one line each.</summary>
    public IReadOnlyCollection<string> Warnings => _warnings;

    /// <summary>A database of folders of one's own.</summary>
    /// <param name="folders">The folders; later ones replace files of earlier ones.</param>
    public static OsDatabase Of(params IEnumerable<string> folders) => new(new OsinfoFolders([.. folders]));

    /// <summary>A system by its short name or its address; null where there is none.</summary>
    /// <param name="name"><c>fedora37</c>, <c>http://fedoraproject.org/fedora/37</c>, <c>generic</c>.</param>
    public GuestOs? Find(string name) =>
        name.Contains("://", StringComparison.Ordinal) ? FindById(name) : FindByShortId(name);

    /// <summary>A system by its short name, or another name of the same; null where there is none.</summary>
    /// <param name="shortId"><c>fedora37</c>, <c>generic</c>.</param>
    public GuestOs? FindByShortId(string shortId)
    {
        if (shortId == GuestOs.Generic.ShortId) return GuestOs.Generic;
        if (shortId.Length == 0) return null;
        if (_all is not null) return _all.FirstOrDefault(os => os.ShortIdList.Contains(shortId));

        // Files are named after what they hold, so the right one is nearly always the first that is looked at.
        var plain = Plain(shortId);
        var keys = _folders.Keys("os");
        return keys.Where(key => Plain(OsinfoFolders.NameOf(key)) == plain).Select(Named).FirstOrDefault(Is)
            ?? keys.Where(key => _folders.Mentions(key, shortId)).Select(Named).FirstOrDefault(Is);

        bool Is(GuestOs? os) => os?.ShortIdList.Contains(shortId) == true;
    }

    /// <summary>A system by its address; null where there is none.</summary>
    /// <param name="id"><c>http://fedoraproject.org/fedora/37</c>.</param>
    public GuestOs? FindById(string id)
    {
        var key = OsinfoFolders.KeyOf("os", id);
        return key is not null && Named(key) is { } os && os.Id == id ? os : null;
    }

    /// <summary>An install script by its address; null where there is none.</summary>
    /// <param name="id"><c>http://fedoraproject.org/fedora/kickstart/jeos</c>.</param>
    public OsInstallScript? FindInstallScript(string id)
    {
        if (OsinfoFolders.KeyOf("install-script", id) is not { } key) return null;
        var script = new OsInstallScript { Id = id };
        var found = false;
        foreach (var file in _folders.FilesOf(key))
        {
            Read(file, reader => found |= OsScriptReader.Read(reader, script));
        }

        return found ? script : null;
    }

    /// <summary>
    /// A map from common values (of languages, keyboards) to those of one installer; empty where there is none.
    /// </summary>
    /// <param name="id">Its address.</param>
    public IReadOnlyDictionary<string, string> FindDatamap(string id)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (OsinfoFolders.KeyOf("datamap", id) is not { } key) return map;
        foreach (var file in _folders.FilesOf(key))
        {
            Read(file, reader => OsScriptReader.ReadDatamap(reader, id, map));
        }

        return map;
    }

    /// <summary>A device by its address: with nothing but that where the database says no more.</summary>
    internal OsDevice FindDevice(string id) => _devices.GetOrAdd(id, address =>
    {
        var device = new OsDevice(address, null, null);
        if (OsinfoFolders.KeyOf("device", address) is not { } key) return device;
        foreach (var file in _folders.FilesOf(key))
        {
            Read(file, reader => device = OsReader.ReadDevice(reader, device));
        }

        return device;
    });

    private GuestOs? Named(string key) => _systems.GetOrAdd(key, name =>
    {
        GuestOs? os = null;
        foreach (var file in _folders.FilesOf(name))
        {
            Read(file, reader => os = OsReader.ReadSystem(reader, os, this));
        }

        return os;
    });

    private IReadOnlyList<GuestOs> ReadAll()
    {
        var keys = _folders.Keys("os");
        Parallel.ForEach(keys, key => Named(key));
        return [.. keys.Select(Named).OfType<GuestOs>().OrderBy(os => os.ShortId, StringComparer.Ordinal)];
    }

    private void Read(string file, Action<XmlReader> read)
    {
        try
        {
            using var stream = BuiltInSystems.Open(file);
            using var reader = OsinfoXml.Open(stream);
            read(reader);
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            _warnings.Enqueue($"{file} is passed over: {e.Message}");
        }
    }

    /// <summary>A name without what file names and short names write differently.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
