using Lodge.Install.Drafts;

namespace Lodge.Install.Defaults;

/// <summary>Names by which guests know their disks: <c>vda</c>, <c>sdb</c>, <c>hdc</c>.</summary>
internal static class DiskTargets
{
    private const int Letters = 26;

    /// <summary>How names of a disk's bus begin.</summary>
    public static string PrefixOf(Draft disk) => disk["target/@bus"] switch
    {
        "virtio" => "vd",
        "xen" => "xvd",
        "fdc" => "fd",
        _ when disk["@device"] == "floppy" => "fd",
        "ide" => "hd",
        _ => "sd",
    };

    /// <summary>The first name that is free.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="taken">Names that are taken.</param>
    /// <exception cref="FormatException">None is free.</exception>
    public static string Free(Draft disk, IEnumerable<string> taken)
    {
        var prefix = PrefixOf(disk);
        var most = prefix switch
        {
            "fd" => 2,
            "hd" => 4,
            _ => 1024,
        };
        // A name may be taken twice, and then hides the next one that is free behind it.
        var left = taken.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        string? first = null;
        for (var number = 1; number <= most; number++)
        {
            var name = prefix + Name(number);
            if (left.Remove(name)) continue;
            first ??= name;
            if (left.Count == 0) return name;
        }

        var disks = most == 1 ? "disk" : "disks";
        return first
            ?? throw new FormatException($"Only {most} {disks} for bus '{disk["target/@bus"]}' are supported");
    }

    private static string Name(int number)
    {
        var name = "";
        for (; number > 0; number = (number - 1) / Letters) name = (char)('a' + ((number - 1) % Letters)) + name;
        return name;
    }
}
