using System.Globalization;
using Lodge.Install.Drafts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Editing;

/// <summary>Finds the elements of a guest that a command line means: by number, by what they are, or all.</summary>
/// <param name="plan">The guest.</param>
/// <param name="option">The option whose elements are looked for.</param>
internal sealed class DeviceSearch(GuestPlan plan, CompoundOption option)
{
    private string Kind => option.Flag[2..].Replace('-', '_');

    /// <summary>Finds them.</summary>
    /// <param name="action">What is done with them (<c>edit</c>), for what a person is told.</param>
    /// <param name="text">Which; null for the first.</param>
    /// <exception cref="InstallFailure">There is none.</exception>
    /// <exception cref="OptionException">The text makes no sense.</exception>
    public IReadOnlyList<Draft> Find(string action, string? text)
    {
        var all = plan.Domain.All(option.Place).ToList();
        if (text is null) return [Numbered(all, 1)];
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !text.StartsWith('+'))
        {
            return number != 0 ? [Numbered(all, number)] : throw new InstallFailure($"Invalid --edit option '{text}'");
        }

        if (text == "all") return all;
        List<Draft> found = [.. all.Where((_, index) => Matches(index, text))];
        return found.Count > 0 ? found : throw new InstallFailure($"No matching objects found for --{action} {text}");
    }

    private Draft Numbered(List<Draft> all, int number)
    {
        if (all.Count == 0) throw new InstallFailure($"No --{Kind} objects found in the XML");
        if (Math.Abs(number) <= all.Count) return all[number > 0 ? number - 1 : all.Count + number];
        var (verb, plural) = all.Count == 1 ? ("there's only", "") : ("there are only", "s");
        throw new InstallFailure(
            $"'--edit {number}' requested but {verb} {all.Count} --{Kind} object{plural} in the XML");
    }

    // One is meant if it would stay as it is were it given what the text says.
    private bool Matches(int index, string text)
    {
        text = WithoutPath(text, out var path);
        var copy = new GuestPlan(plan.Host) { Domain = Draft.Parse(plan.Domain.ToXml()), IsEdit = true };
        var element = copy.Domain.All(option.Place)[index];
        if (path is not null && !HasPath(copy, element, path)) return false;
        var before = Canonical(element);
        if (text.Length > 0) option.Edit(text, copy, element);
        return before == Canonical(element);
    }

    private static bool HasPath(GuestPlan plan, Draft disk, string path)
    {
        var there = DiskSource.PathOf(plan, disk);
        if (path.Length == 0) return there is null;
        return there is not null && (there == path || Path.GetFullPath(there) == Path.GetFullPath(path));
    }

    // Where a disk lies would be looked up, and written anew: it is compared alone.
    private string WithoutPath(string text, out string? path)
    {
        path = null;
        if (option.Flag != "--disk") return text;
        var given = OptionPairs.Read(text, option.SubOptions, option.First);
        if (!given.TryGetValue("path", out path)) return text;
        given.Remove("path");
        return string.Join(',', given.Select(pair => pair.Value is null ? pair.Key : $"{pair.Key}={pair.Value}"));
    }

    private static string Canonical(Draft element) =>
        string.Join('\n', element.ToXml().Split('\n').Select(line => line.Trim()).Order(StringComparer.Ordinal));
}
