using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>A pool of the host.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is made of (<c>dir</c>, <c>logical</c>, <c>rbd</c> …).</param>
/// <param name="Folder">Where its volumes lie; null where they lie nowhere.</param>
internal sealed record HostPool(string Name, string Type, string? Folder)
{
    /// <summary>What the disk type of its volumes is: <c>file</c>, <c>block</c> or <c>network</c>.</summary>
    public string Kind => Type switch
    {
        "disk" or "logical" or "scsi" or "mpath" or "zfs" => "block",
        "gluster" or "rbd" or "iscsi" or "sheepdog" => "network",
        _ => "file",
    };

    /// <summary>The servers that hold it.</summary>
    public IReadOnlyList<(string? Name, string? Port)> Servers { get; init; } = [];

    /// <summary>Its name on those servers.</summary>
    public string? SourceName { get; init; }

    /// <summary>The folder or device on those servers.</summary>
    public string? SourcePath { get; init; }

    /// <summary>How guests prove who they are: type, user, and the UUID of the secret.</summary>
    public (string? Type, string? User, string? Secret) Authentication { get; init; }

    /// <summary>The pool that an XML describes.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static HostPool Parse(string xml)
    {
        var pool = DraftNode.Parse(xml);
        var type = pool.Get("@type") ?? "";
        return new HostPool(pool.Get("name") ?? "", type, pool.Get("target/path"))
        {
            Servers = [.. pool.All("source/host").Select(host => (host.Get("@name"), host.Get("@port")))],
            SourceName = pool.Get("source/name"),
            SourcePath = pool.Get(type switch
            {
                "netfs" or "gluster" => "source/dir/@path",
                "scsi" => "source/adapter/@name",
                _ => "source/device/@path",
            }),
            Authentication = (pool.Get("source/auth/@type"), pool.Get("source/auth/@username"),
                pool.Get("source/auth/secret/@uuid")),
        };
    }
}
