using System.IO.Enumeration;
using Lodge.Security.Native;

namespace Lodge.Security.Selinux.Policy;

/// <summary>Gives files the labels of the policy, as <c>restorecon(8)</c> does.</summary>
/// <remarks>Source: <c>selinux_restorecon(3)</c>. Only the type is changed unless <see cref="IsForced"/>: user, role
/// and categories may be somebody's intent. Links are labelled, never followed.</remarks>
/// <param name="contexts">The labels of the policy.</param>
public sealed class Relabelling(FileContexts contexts)
{
    private const int NotFound = LibC.ENOENT;

    /// <summary>Whether the folders' contents are relabelled too.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>Whether the whole label is set, and types that an administrator may set are reset.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether nothing is changed.</summary>
    public bool IsTrial { get; init; }

    /// <summary>What stands for the host's root, as while a system is installed; null for the root.</summary>
    public string? Root { get; init; }

    /// <summary>Relabels a file, or a folder and what is in it; each file is done as it is enumerated.</summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>The files that were changed or could not be; those that were right already are not told of.</returns>
    public IEnumerable<RelabelledFile> Run(string path)
    {
        var whole = RealPath(path);
        if (!LibC.TryLinkMode(whole, out var mode))
        {
            yield return new RelabelledFile(RelabelOutcome.Failed, whole, null, LibC.Describe(LibC.LastError));
            yield break;
        }

        if (Relabel(whole, mode, isNamed: true) is { } first)
        {
            yield return first;
        }

        if (!IsRecursive || !LibC.IsFolder(mode))
        {
            yield break;
        }

        var options = new EnumerationOptions
        {
            AttributesToSkip = 0, RecurseSubdirectories = true, IgnoreInaccessible = true,
            ReturnSpecialDirectories = false,
        };
        var files = new FileSystemEnumerable<string>(
            whole, static (ref FileSystemEntry entry) => entry.ToFullPath(), options)
        {
            ShouldRecursePredicate = static (ref FileSystemEntry entry) =>
                !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        foreach (var file in files)
        {
            if (LibC.TryLinkMode(file, out mode) && Relabel(file, mode, isNamed: false) is { } done)
            {
                yield return done;
            }
        }
    }

    /// <summary>The path with the links of its folder resolved; a link that it ends in stays.</summary>
    private static string RealPath(string path)
    {
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(whole) is not { } folder || LibC.RealPath(folder) is not { } real)
        {
            return whole;
        }

        return Path.Combine(real, Path.GetFileName(whole));
    }

    private static unsafe (string? Context, int Error) Read(string path)
    {
        byte* context;
        return LibSelinux.GetLinkContext(path, &context) < 0
            ? (null, LibC.LastError)
            : (LibSelinux.Take(context), 0);
    }

    private string NameInPolicy(string path)
    {
        if (Root is null || !path.StartsWith(Root, StringComparison.Ordinal))
        {
            return path;
        }

        var name = path[Root.TrimEnd('/').Length..];
        return name.Length == 0 ? "/" : name;
    }

    private RelabelledFile? Relabel(string path, int mode, bool isNamed)
    {
        if (contexts.Find(NameInPolicy(path), mode) is not { } wanted)
        {
            return isNamed ? new RelabelledFile(RelabelOutcome.NoDefault, path, null, null) : null;
        }

        var (now, error) = Read(path);
        if (now is null && error is not LibC.ENODATA)
        {
            return error == NotFound
                ? null
                : new RelabelledFile(RelabelOutcome.Failed, path, null, LibC.Describe(error));
        }

        if (now is not null && !IsForced)
        {
            if (LibSelinux.IsCustomizable(now) > 0)
            {
                return SelinuxContext.TryParse(now)?.Type == SelinuxContext.TryParse(wanted)?.Type
                    ? null
                    : new RelabelledFile(RelabelOutcome.Customized, path, now, wanted);
            }

            wanted = SelinuxContext.TryParse(now) is { } own && SelinuxContext.TryParse(wanted) is { } other
                ? (own with { Type = other.Type }).ToString()
                : wanted;
        }

        return now == wanted ? null : Set(path, now, wanted);
    }

    private RelabelledFile Set(string path, string? now, string wanted)
    {
        if (IsTrial)
        {
            return new RelabelledFile(RelabelOutcome.WouldRelabel, path, now, wanted);
        }

        return LibSelinux.SetLinkContext(path, wanted) == 0
            ? new RelabelledFile(RelabelOutcome.Relabelled, path, now, wanted)
            : new RelabelledFile(RelabelOutcome.Failed, path, now, LibC.Describe(LibC.LastError));
    }
}
