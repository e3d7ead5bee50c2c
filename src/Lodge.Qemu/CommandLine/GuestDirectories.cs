using System.Globalization;

namespace Lodge.Qemu.CommandLine;

/// <summary>The folders of one guest's run.</summary>
/// <param name="Library">Holds its master key and sockets, for as long as it runs.</param>
/// <param name="Channels">Holds the sockets of its channels.</param>
public sealed record GuestDirectories(string Library, string Channels)
{
    private const int ShortNameLength = 20;

    /// <summary>The folders' usual places.</summary>
    /// <param name="root">The folder of all guests.</param>
    /// <param name="id">The guest's id; -1 for one that is not to run.</param>
    /// <param name="name">The guest's name.</param>
    public static GuestDirectories Under(string root, int id, string name)
    {
        var folder = "domain-" + ShortName(id, name);
        return new(Path.Combine(root, folder), Path.Combine(root, "channel", "target", folder));
    }

    /// <summary>The guest's id and the beginning of its name: short enough for the path of a socket.</summary>
    public static string ShortName(int id, string name)
    {
        var length = 0;
        foreach (var rune in name.EnumerateRunes().Take(ShortNameLength))
        {
            length += rune.Utf16SequenceLength;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{id}-{name.AsSpan(0, length)}");
    }
}
