using Lodge.Security.Selinux;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Tests.Selinux;

/// <summary>
/// A host where SELinux is on, whatever the kernel says; the labels of files are real attributes. Only root may set
/// them.
/// </summary>
internal sealed class MadeUpSelinux : ISelinux, IDisposable
{
    private readonly DirectoryInfo _policy = Directory.CreateTempSubdirectory("lodge-policy");
    private readonly HostSelinux _host = new();
    private readonly FileContexts _contexts;

    public MadeUpSelinux(string? emulated = "system_u:system_r:svirt_tcg_t:s0")
    {
        Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "labels are set by root alone");
        var files = Directory.CreateDirectory(Path.Combine(_policy.FullName, "contexts", "files"));
        File.WriteAllText(
            Path.Combine(_policy.FullName, "contexts/virtual_domain_context"),
            $"system_u:system_r:svirt_t:s0\n{emulated}\n");
        File.WriteAllText(
            Path.Combine(_policy.FullName, "contexts/virtual_image_context"),
            "system_u:object_r:svirt_image_t:s0\nsystem_u:object_r:virt_content_t:s0\n");
        var contexts = Path.Combine(files.FullName, "file_contexts");
        File.WriteAllText(contexts, "/dev/vfio/.*\tsystem_u:object_r:vfio_device_t:s0\n");
        _contexts = new FileContexts(contexts);
    }

    public bool IsEnabled { get; init; } = true;

    public bool IsEnforcing { get; init; } = true;

    public string? PolicyFolder => _policy.FullName;

    /// <summary>The daemon's own label.</summary>
    public string Own { get; set; } = "system_u:system_r:virtd_t:s0-s0:c0.c1023";

    /// <summary>The error with which a path refuses labels.</summary>
    public Func<string, int> Refuses { get; set; } = static _ => 0;

    /// <summary>The label that a path has by the policy.</summary>
    public Func<string, string?>? Default { get; set; }

    /// <summary>What threads were told.</summary>
    public List<string?> ThreadLabels { get; } = [];

    /// <summary>What the policy denies, as "target permission".</summary>
    public HashSet<string> Denied { get; } = [];

    public string OwnContext() => Own;

    public string? ContextOf(int processId) => processId == Environment.ProcessId ? Own : null;

    public (string? Context, int Error) FileContext(string path) => _host.FileContext(path);

    public int SetFileContext(string path, string context)
    {
        var real = File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName ?? path;
        var refusal = Refuses(real);
        return refusal != 0 ? refusal : _host.SetFileContext(path, context);
    }

    public string? DefaultContext(string path, int mode) =>
        Default is null ? _contexts.Find(path, mode) : Default(path);

    public bool IsValid(string context) => !context.Contains("unknown_t", StringComparison.Ordinal);

    public bool? Boolean(string name) => name == "virt_use_nfs" ? false : null;

    public bool Allows(string source, string target, string kind, string permission) =>
        !Denied.Contains($"{SelinuxContext.TryParse(target)?.Type} {permission}");

    public int SetProgramContext(string? context) => Note("exec", context);

    public int SetSocketContext(string? context) => Note("socket", context);

    public void Dispose()
    {
        _contexts.Dispose();
        _host.Dispose();
        _policy.Delete(recursive: true);
    }

    private int Note(string what, string? context)
    {
        ThreadLabels.Add($"{what} {context}");
        return 0;
    }
}
