using Lodge.Host.Programs;
using Lodge.Security.Selinux;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Cli.Selinux;

/// <summary>
/// <c>lodge selinux fcontext</c>: the administrator's rules for labels, through <c>semanage</c> where the host has it,
/// else in the policy's own file for them.
/// </summary>
internal sealed class FcontextCommand(ISelinux selinux, TextWriter output, TextWriter error)
{
    private const string Program = "semanage";

    private string? _verb;
    private string? _type;
    private string? _pattern;
    private FileType _files = FileType.All[0];
    private string? _like;
    private bool _isLocal;

    /// <summary>Whether <c>semanage</c> is asked where it is installed.</summary>
    internal bool UsesProgram { get; init; } = true;

    internal async Task<int> RunAsync(string[] words)
    {
        if (Wrong(words) is { } wrong)
        {
            await error.WriteLineAsync($"lodge selinux fcontext: {wrong}");
            return 1;
        }

        if (selinux.PolicyFolder is not { } policy)
        {
            await error.WriteLineAsync("lodge selinux fcontext: this host has no policy of SELinux");
            return 1;
        }

        if (_verb == "add" && _like is null && new PolicyTypes(policy).InForce(_type!) is var type && type != _type)
        {
            await error.WriteLineAsync($"The policy in force has no {_type}; {type} is what it gives to images");
            _type = type;
        }

        return UsesProgram && HostProgram.Find(Program) is not null
            ? await AskProgramAsync()
            : Change(new LocalRules(policy), new PathEquivalences(policy));
    }

    private async Task<int> AskProgramAsync()
    {
        var outcome = await HostProgram.RunAsync(Program, ["fcontext", .. _verb switch
        {
            "add" when _like is not null => (string[])["-a", "-e", _like, _pattern!],
            "add" => ["-a", "-f", $"{_files.Letter}", "-t", _type!, _pattern!],
            "delete" => ["-d", "-f", $"{_files.Letter}", _pattern!],
            _ => _isLocal ? ["-l", "-C"] : ["-l"],
        }]);
        await output.WriteAsync(outcome.Output);
        await error.WriteAsync(outcome.Error);
        return outcome.Status;
    }

    private int Change(LocalRules rules, PathEquivalences folders)
    {
        try
        {
            switch (_verb)
            {
                case "add" when _like is not null:
                    folders.Add(_pattern!, _like);
                    break;
                case "add":
                    rules.Add(_pattern!, _files, _type!);
                    break;
                case "delete":
                    if (!folders.Remove(_pattern!)) rules.Delete(_pattern!, _files);
                    break;
                default:
                    List(_isLocal ? rules.Read() : [.. rules.ReadAll()]);
                    if (!_isLocal) List("Distribution", folders.OfPolicy);
                    List("Local", folders.Own);
                    break;
            }

            return 0;
        }
        catch (FormatException refusal)
        {
            error.WriteLine($"ValueError: {refusal.Message}");
            return 1;
        }
    }

    private void List(IReadOnlyList<FileContextRule> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        // Of two rules for the same the later one counts.
        output.WriteLine($"{"SELinux fcontext",-50} {"type",-18} Context\n");
        foreach (var rule in rules
            .GroupBy(static rule => (rule.Pattern, rule.Type.Words)).Select(static same => same.Last())
            .OrderBy(static rule => rule.Pattern, StringComparer.Ordinal)
            .ThenBy(static rule => rule.Type.Words, StringComparer.Ordinal))
        {
            output.WriteLine(rule.ToListLine());
        }
    }

    private void List(string whose, IReadOnlyList<(string Folder, string Like)> folders)
    {
        if (folders.Count == 0)
        {
            return;
        }

        output.WriteLine($"\nSELinux {whose} fcontext Equivalence \n");
        foreach (var (folder, like) in folders)
        {
            output.WriteLine($"{folder} = {like}");
        }
    }

    private string? Wrong(string[] words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "add" or "-a" or "--add" when _verb is null:
                    _verb = "add";
                    break;
                case "list" or "-l" or "--list" when _verb is null:
                    _verb = "list";
                    break;
                case "delete" or "-d" or "--delete" when _verb is null:
                    _verb = "delete";
                    break;
                case "-C" or "--locallist":
                    _isLocal = true;
                    break;
                case "-t" or "--type" when at + 1 < words.Length:
                    _type = words[++at];
                    break;
                case "-e" or "--equal" when at + 1 < words.Length:
                    _like = words[++at];
                    break;
                case "-f" or "--ftype" when at + 1 < words.Length:
                    var letter = words[++at];
                    if (FileType.All.FirstOrDefault(type => $"{type.Letter}" == letter) is not { } files)
                    {
                        return $"there is no type of files '{letter}'";
                    }

                    _files = files;
                    break;
                case ['-', ..] other:
                    return $"there is no option '{other}'";
                case var pattern when _pattern is null:
                    _pattern = pattern;
                    break;
                case var more:
                    return $"one pattern is enough: '{more}'";
            }
        }

        return (_verb, _pattern, _type ?? _like) switch
        {
            (null, _, _) => "add, list or delete?",
            ("add" or "delete", null, _) => "which paths? name a PATTERN",
            ("add", _, null) => "which type? say -t virt_image_t",
            _ => null,
        };
    }
}
