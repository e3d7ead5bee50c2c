using Lodge.Install.Unattended.Kickstart.Language;

namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>Checks commands one after another, and knows those that came before.</summary>
/// <param name="version">The version of the language.</param>
internal sealed class CommandChecks(KickstartVersion version)
{
    private readonly HashSet<CommandRule> _seen = [];
    private readonly Dictionary<CommandRule, CommandUse> _earlier = [];
    private readonly Dictionary<CommandRule, HashSet<string>> _same = [];

    /// <summary>The sections so far.</summary>
    public HashSet<string> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>Checks a command.</summary>
    /// <param name="words">Its name and what stands behind it.</param>
    /// <returns>What is in it that has no effect, or will have none.</returns>
    /// <exception cref="CommandRefusal">The installer would stop at it.</exception>
    public IEnumerable<string> Check(List<string> words)
    {
        var name = words[0];
        if (CommandTable.Find(name) is not { } rule) throw Unknown(name);
        if (!rule.In.Has(version)) throw new CommandRefusal($"{version} does not know the command {name}");
        _seen.Add(rule);
        if (rule.UnlessIn.Has(version))
        {
            var other = Array.Find(rule.Unless, other => _seen.Contains(CommandTable.Find(other)!));
            if (other is not null) throw new CommandRefusal($"{name} cannot be used together with {other}");
        }

        if (rule.Removed.Has(version)) throw new CommandRefusal($"{version} has no command {name} any more");
        if (rule.Deprecated.Has(version)) return [$"{name} is deprecated"];
        var use = new CommandUse(rule, name, version, words[1..], _earlier.GetValueOrDefault(rule));
        CheckUse(use);
        return use.Deprecated.Select(option => $"{option} is deprecated");
    }

    /// <summary>Checks the first line of a section.</summary>
    /// <returns>What is in it that has no effect, or will have none.</returns>
    /// <exception cref="CommandRefusal">The installer would stop at it.</exception>
    public IEnumerable<string> CheckSection(CommandRule rule, List<string> words)
    {
        var use = new CommandUse(rule, words[0], version, words[1..]);
        CheckUse(use);
        if (rule.Deprecated.Has(version)) use.Deprecated.Add(words[0]);
        return use.Deprecated.Select(option => $"{option} is deprecated");
    }

    /// <summary>What an installation that asks nobody would have to ask for.</summary>
    public IEnumerable<string> Missing()
    {
        if (Has("rescue") || Has("upgrade")) yield break;
        if (!Has("rootpw") && !Has("user"))
            yield return "there is no rootpw and no user: the installer will stop and ask for a password";
        if (!Has("autopart") && !Has("part") && !Has("mount") && !Has("raid") && !Has("logvol") && !Has("btrfs"))
            yield return "there is no autopart or part: the installer will stop and ask where to install to";
        if (!Has("timezone")) yield return "there is no timezone: the installer may stop and ask for it";
        if (!Has("lang")) yield return "there is no lang: the installer may stop and ask for it";
        if (!Has("keyboard")) yield return "there is no keyboard: the installer may stop and ask for it";
        if (!Sections.Contains("%packages") && !Has("liveimg") && !Has("ostreesetup") && !Has("ostreecontainer")
            && !Has("bootc"))
        {
            yield return "there is no %packages section: the installer may stop and ask what to install";
        }
    }

    private bool Has(string command) => _seen.Contains(CommandTable.Find(command)!);

    private void CheckUse(CommandUse use)
    {
        if (!use.Rule.IsRaw) ArgumentReader.Read(use);
        if (use.Rule.AddsUp) _earlier[use.Rule] = use;
        use.Rule.Rule?.Invoke(use);
        if (use.Rule.Same?.Invoke(use) is not { } key) return;
        if (!_same.TryGetValue(use.Rule, out var keys))
            _same[use.Rule] = keys = new HashSet<string>(StringComparer.Ordinal);
        if (!keys.Add(key)) throw new CommandRefusal($"there is another {use.Name} for {Subject(key)}");
    }

    private static string Subject(string key) => key.Length == 0 ? "no device in particular" : $"'{key}'";

    private CommandRefusal Unknown(string name)
    {
        var nearest = CommandTable.Nearest(name, version);
        return new CommandRefusal(
            $"there is no command {name}{(nearest is null ? "" : $"; do you mean {nearest}?")}");
    }
}
