using System.Buffers;
using System.Text;

namespace Lodge.Install.Os;

/// <summary>
/// The folders of an osinfo database. An entity has one file, <c>os/fedoraproject.org/fedora-37.xml</c>, and may have
/// more to go with it in <c>os/fedoraproject.org/fedora-37.d/</c>; the same file in a later folder replaces all of the
/// earlier ones' (libosinfo, "osinfo-db layout").
/// </summary>
/// <param name="roots">The folders; those that are not there are passed over.</param>
/// <param name="builtIn">What Lodge brings along; any folder's file replaces the one of it.</param>
internal sealed class OsinfoFolders(IReadOnlyList<string> roots, BuiltInSystems? builtIn = null)
{
    private const string Extension = ".xml";
    private const string More = ".d";

    /// <summary>Those that libosinfo reads.</summary>
    public static OsinfoFolders OfThisMachine()
    {
        var user = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } configuration
            ? configuration
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        return new OsinfoFolders(
        [
            Named("OSINFO_DATA_DIR") ?? Named("OSINFO_SYSTEM_DIR") ?? "/usr/share/osinfo",
            Named("OSINFO_LOCAL_DIR") ?? FirstThere("/etc/osinfo", "/etc/libosinfo/db"),
            Named("OSINFO_USER_DIR")
                ?? FirstThere(Path.Combine(user, "osinfo"), Path.Combine(user, "libosinfo", "db")),
        ],
        BuiltInSystems.Instance);

        static string? Named(string variable) =>
            Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
        static string FirstThere(string now, string former) =>
            !Directory.Exists(now) && Directory.Exists(former) ? former : now;
    }

    /// <summary>The key of what an address names: folder and file without an extension; null if it is none.</summary>
    public static string? KeyOf(string kind, string id)
    {
        var start = id.IndexOf("://", StringComparison.Ordinal);
        var host = start < 0 ? -1 : id.IndexOf('/', start + 3);
        if (host < 0 || host == start + 3 || id.Contains("..", StringComparison.Ordinal)) return null;
        return $"{kind}/{id[(start + 3)..host]}/{id[(host + 1)..].Replace('/', '-')}";
    }

    /// <summary>The last part of a key.</summary>
    public static string NameOf(string key) => key[(key.LastIndexOf('/') + 1)..];

    /// <summary>Keys of every entity of a kind, in order.</summary>
    public IReadOnlyList<string> Keys(string kind) => [.. Files(kind).Keys.Order(StringComparer.Ordinal)];

    /// <summary>Every entity of a kind by its key, with its files in the order in which they are to be read.</summary>
    public IReadOnlyDictionary<string, List<string>> Files(string kind)
    {
        var files = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var key in builtIn?.Keys(kind) ?? []) files[key] = [BuiltInSystems.PathOf(key)];
        foreach (var vendor in roots.SelectMany(root => Below(Path.Combine(root, kind))))
        {
            var prefix = $"{kind}/{Path.GetFileName(vendor)}/";
            // Backwards, so that a file comes before the folder of what goes with it.
            foreach (var entry in Directory.EnumerateFileSystemEntries(vendor).OrderDescending(StringComparer.Ordinal))
            {
                if (entry.EndsWith(Extension, StringComparison.Ordinal))
                    files[prefix + Path.GetFileNameWithoutExtension(entry)] = [entry];
                else if (entry.EndsWith(More, StringComparison.Ordinal))
                    Add(files, prefix + Path.GetFileNameWithoutExtension(entry), entry);
            }
        }

        return files;

        static IEnumerable<string> Below(string folder) =>
            Directory.Exists(folder) ? Directory.EnumerateDirectories(folder) : [];

        static void Add(Dictionary<string, List<string>> files, string key, string folder)
        {
            if (!files.TryGetValue(key, out var known)) files[key] = known = [];
            known.AddRange(Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The files that hold an entity, in the order in which they are to be read.</summary>
    public IReadOnlyList<string> FilesOf(string key)
    {
        var files = new List<string>();
        if (builtIn?.Has(key) == true) files.Add(BuiltInSystems.PathOf(key));
        foreach (var root in roots)
        {
            var path = Path.Combine(root, key);
            if (File.Exists(path + Extension))
            {
                files.Clear();
                files.Add(path + Extension);
            }

            if (Directory.Exists(path + More))
                files.AddRange(Directory.EnumerateFiles(path + More, "*" + Extension).Order(StringComparer.Ordinal));
        }

        return files;
    }

    /// <summary>Whether the files of an entity say a short name; cheaper than to read them.</summary>
    public bool Mentions(string key, string shortId)
    {
        var wanted = Encoding.UTF8.GetBytes($"<short-id>{shortId}<");
        foreach (var file in FilesOf(key))
        {
            using var stream = BuiltInSystems.Open(file);
            // Short names stand near the beginning of a file, before its translations.
            var buffer = ArrayPool<byte>.Shared.Rent(4096);
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var mentions = buffer.AsSpan(0, read).IndexOf(wanted) >= 0;
            ArrayPool<byte>.Shared.Return(buffer);
            if (mentions) return true;
        }

        return false;
    }
}
