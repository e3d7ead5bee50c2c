using Lodge.Security.Selinux;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Cli.Selinux;

/// <summary>
/// <c>lodge selinux restorecon</c>: gives files the labels of the policy; prints what restorecon does.
/// </summary>
internal sealed class RestoreconCommand(ISelinux selinux, TextWriter output, TextWriter error)
{
    private const int Failed = 255;

    private readonly HashSet<char> _flags = [];
    private readonly List<string> _paths = [];
    private string? _root;

    internal int Run(string[] words)
    {
        if (Wrong(words) is { } wrong)
        {
            error.WriteLine($"restorecon: {wrong}");
            error.Write(SelinuxProgram.Usage);
            return 1;
        }

        if (!FileContexts.IsPossible || selinux.PolicyFolder is not { } policy)
        {
            error.WriteLine("restorecon: this host has no policy of SELinux: nothing is relabelled");
            return 0;
        }

        if (!selinux.IsEnabled && _root is null)
        {
            error.WriteLine("restorecon: SELinux is not enabled on this host: nothing is relabelled");
            return 0;
        }

        using var contexts = new FileContexts(Path.Combine(policy, "contexts/files/file_contexts"));
        return Relabel(contexts);
    }

    private int Relabel(FileContexts contexts)
    {
        var relabelling = new Relabelling(contexts)
        {
            IsRecursive = _flags.Contains('R') || _flags.Contains('r'),
            IsForced = _flags.Contains('F'),
            IsTrial = _flags.Contains('n'),
            Root = _root,
        };
        var status = 0;
        foreach (var path in _paths)
        {
            if (!Path.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                if (!_flags.Contains('i'))
                {
                    error.WriteLine($"restorecon: lstat({path}) failed: No such file or directory");
                    status = Failed;
                }

                continue;
            }

            foreach (var file in relabelling.Run(path))
            {
                status = Tell(file) ? status : Failed;
            }
        }

        return status;
    }

    private bool Tell(RelabelledFile file)
    {
        if (file.Outcome == RelabelOutcome.Failed)
        {
            error.WriteLine($"restorecon: {file}");
            return false;
        }

        if (_flags.Contains('v'))
        {
            output.WriteLine(file);
        }

        return true;
    }

    private string? Wrong(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "--root" when at + 1 < words.Length:
                    _root = Path.GetFullPath(words[++at]);
                    break;
                case ['-', not '-', ..] flags when flags.Skip(1).All("RrvnFi".Contains):
                    _flags.UnionWith(flags.Skip(1));
                    break;
                case ['-', ..] other:
                    return $"there is no option '{other}'";
                default:
                    _paths.Add(words[at]);
                    break;
            }
        }

        return _paths.Count == 0 ? "which files? name a PATH" : null;
    }
}
