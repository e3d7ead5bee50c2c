using System.Globalization;
using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>A volume of a pool of the host.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">What guests find it by.</param>
internal sealed record HostVolume(HostPool Pool, string Name, string Path)
{
    /// <summary>What it is: <c>file</c>, <c>block</c>, <c>dir</c>, <c>network</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The format of what is in it (<c>raw</c>, <c>qcow2</c>); null where none is known.</summary>
    public string? Format { get; init; }

    /// <summary>Its size in bytes.</summary>
    public ulong Capacity { get; init; }

    /// <summary>Bytes that it takes now.</summary>
    public ulong Allocation { get; init; }

    /// <summary>What it is an overlay of.</summary>
    public string? BackingPath { get; init; }

    /// <summary>The volume that an XML describes.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static HostVolume Parse(HostPool pool, string xml)
    {
        var volume = DraftNode.Parse(xml);
        return new HostVolume(pool, volume.Get("name") ?? "", volume.Get("target/path") ?? "")
        {
            Kind = volume.Get("@type") ?? pool.Kind,
            Format = volume.Get("target/format/@type"),
            Capacity = Number(volume, "capacity"),
            Allocation = Number(volume, "allocation"),
            BackingPath = volume.Get("backingStore/path"),
        };
    }

    private static ulong Number(DraftNode volume, string path) =>
        ulong.TryParse(volume.Get(path), CultureInfo.InvariantCulture, out var size) ? size : 0;
}
