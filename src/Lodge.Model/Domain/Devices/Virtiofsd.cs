using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the program behind a virtiofs filesystem is run (<c>&lt;binary&gt;</c>).</summary>
public sealed class Virtiofsd
{
    /// <summary>The program; null for the usual one.</summary>
    public string? Path { get; set; }

    /// <summary>Whether extended attributes are carried.</summary>
    public bool? ExtendedAttributes { get; set; }

    /// <summary>How it caches.</summary>
    public FilesystemCache Cache { get; set; }

    /// <summary>How it is confined.</summary>
    public FilesystemSandbox Sandbox { get; set; }

    /// <summary>Whether POSIX locks are carried.</summary>
    public bool? PosixLock { get; set; }

    /// <summary>Whether BSD locks are carried.</summary>
    public bool? Flock { get; set; }

    /// <summary>Most threads.</summary>
    public int? ThreadPoolSize { get; set; }

    internal static Virtiofsd Parse(Element element)
    {
        var binary = new Virtiofsd
        {
            Path = element.Attribute("path"),
            ExtendedAttributes = element.OnOff("xattr"),
            PosixLock = element.Child("lock")?.OnOff("posix"),
            Flock = element.Child("lock")?.OnOff("flock"),
            Cache = element.Child("cache")?.Named("mode", FilesystemCacheNames.Table, nonZero: true) ?? default,
            Sandbox = element.Child("sandbox")?.Named("mode", FilesystemSandboxNames.Table, nonZero: true) ?? default,
        };
        if (element.ChildAttribute("thread_pool", "size") is { } size)
        {
            binary.ThreadPoolSize = Numbers.TryInt(size, 10, out var threads)
                ? threads
                : throw XmlError.Domain($"cannot parse thread pool size '{size}' for virtiofs");
        }

        return binary;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("binary").Attribute("path", Path).OnOff("xattr", ExtendedAttributes);
        output.Start("cache").Named("mode", Cache, FilesystemCacheNames.Table).EndUnlessEmpty();
        output.Start("sandbox").Named("mode", Sandbox, FilesystemSandboxNames.Table).EndUnlessEmpty();
        output.Start("lock").OnOff("posix", PosixLock).OnOff("flock", Flock).EndUnlessEmpty();
        output.Start("thread_pool").Attribute("size", ThreadPoolSize >= 0 ? (long?)ThreadPoolSize : null)
            .EndUnlessEmpty();
        output.EndUnlessEmpty();
    }
}
