namespace Lodge.Security.Selinux.Policy;

/// <summary>
/// Folders whose files are labelled as those of another one: <c>file_contexts.subs</c> of a policy, which is the
/// administrator's, as <c>semanage fcontext -a -e</c> keeps it, and <c>file_contexts.subs_dist</c>, the
/// distribution's.
/// </summary>
/// <param name="policyFolder">The policy's folder.</param>
public sealed class PathEquivalences(string policyFolder)
{
    private readonly string _path = Path.Combine(policyFolder, "contexts/files/file_contexts.subs");

    /// <summary>The administrator's own, as they were added: the folder, and the one that it is like.</summary>
    public IReadOnlyList<(string Folder, string Like)> Own => Read(_path);

    /// <summary>The distribution's.</summary>
    public IReadOnlyList<(string Folder, string Like)> OfPolicy => Read(_path + "_dist");

    /// <summary>Has a folder's files labelled as those of another.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="like">The other.</param>
    /// <exception cref="FormatException">It is like another already, or lies in a folder that is.</exception>
    public void Add(string folder, string like)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(like);
        if (folder != "/" && folder.EndsWith('/'))
            throw new FormatException($"Target {folder} is not valid. Target is not allowed to end with '/'");
        if (like != "/" && like.EndsWith('/'))
            throw new FormatException($"Substitute {like} is not valid. Substitute is not allowed to end with '/'");
        var own = Own;
        if (own.Any(known => known.Folder == folder))
            throw new FormatException($"Equivalence class for {folder} already exists");
        LocalRules.Check(like);
        LocalRules.Check(folder);
        CheckPath(folder);
        foreach (var (known, other) in own.Concat(OfPolicy))
        {
            if (known.StartsWith(folder + "/", StringComparison.Ordinal))
                throw new FormatException($"File spec {folder} conflicts with equivalency rule '{known} {other}'");
        }

        Write([.. own, (folder, like)]);
    }

    /// <summary>Takes one back.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string folder)
    {
        var own = Own;
        var left = own.Where(known => known.Folder != folder).ToList();
        if (left.Count == own.Count) return false;
        Write(left);
        return true;
    }

    /// <summary>Refuses a pattern that no path can match: those of its folder are looked up elsewhere.</summary>
    /// <exception cref="FormatException">It lies in a folder that is like another.</exception>
    public void CheckPath(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        foreach (var (known, other) in Own.Concat(OfPolicy))
        {
            if (!pattern.StartsWith(known + "/", StringComparison.Ordinal)) continue;
            throw new FormatException(
                $"File spec {pattern} conflicts with equivalency rule '{known} {other}'; "
                + $"Try adding '{other}{pattern[known.Length..]}' instead");
        }
    }

    private static List<(string Folder, string Like)> Read(string path) => File.Exists(path)
        ? [.. File.ReadLines(path)
            .Select(static line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Where(static words => words is [[not '#', ..], _])
            .Select(static words => (words[0], words[1]))]
        : [];

    private void Write(IEnumerable<(string Folder, string Like)> all)
    {
        var beside = _path + ".new";
        File.WriteAllLines(beside, all.Select(static one => $"{one.Folder} {one.Like}"));
        File.Move(beside, _path, overwrite: true);
    }
}
