using Lodge.Install.Unattended.Kickstart.Language.Tables;

namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>Every command of the kickstart language.</summary>
internal static class CommandTable
{
    /// <summary>Each command once.</summary>
    public static IReadOnlyList<CommandRule> All { get; } =
    [
        .. StorageCommands.All,
        .. VolumeCommands.All,
        .. DeviceCommands.All,
        .. SourceCommands.All,
        .. PackageCommands.All,
        .. BootCommands.All,
        .. AccessCommands.All,
        .. NetworkCommands.All,
        .. SystemCommands.All,
        .. DisplayCommands.All,
    ];

    private static readonly Dictionary<string, CommandRule> ByName = All
        .SelectMany(rule => rule.Names, (rule, name) => KeyValuePair.Create(name, rule))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The command of a name; null where there is none.</summary>
    public static CommandRule? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name most like one that is not known, in a version; null where none is like it.</summary>
    public static string? Nearest(string name, KickstartVersion version) => All
        .Where(rule => rule.In.Has(version) && !rule.Removed.Has(version))
        .SelectMany(rule => rule.Names)
        .Select(known => (known, distance: Distance(known, name)))
        .Where(pair => pair.distance <= Math.Max(1, name.Length / 4))
        .OrderBy(pair => pair.distance)
        .Select(pair => pair.known)
        .FirstOrDefault();

    // Letters to change, add or leave out to make one word of the other.
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 4) return int.MaxValue;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var (corner, left) = (row[0], at);
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                left = Math.Min(Math.Min(row[to], left) + 1, corner + (one[at - 1] == other[to - 1] ? 0 : 1));
                (corner, row[to]) = (row[to], left);
            }
        }

        return row[^1];
    }
}
