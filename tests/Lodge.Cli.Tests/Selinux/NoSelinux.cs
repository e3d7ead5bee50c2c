using Lodge.Security.Selinux;

namespace Lodge.Cli.Tests.Selinux;

/// <summary>A host with a policy installed below a folder, whose kernel has no SELinux.</summary>
internal sealed class NoSelinux(string? policy) : ISelinux
{
    public bool IsEnabled => false;

    public bool IsEnforcing => false;

    public string? PolicyFolder => policy;

    public string OwnContext() => "";

    public string? ContextOf(int processId) => null;

    public (string? Context, int Error) FileContext(string path) => (null, 0);

    public int SetFileContext(string path, string context) => 0;

    public string? DefaultContext(string path, int mode) => null;

    public bool IsValid(string context) => true;

    public bool? Boolean(string name) => null;

    public bool Allows(string source, string target, string kind, string permission) => true;

    public int SetProgramContext(string? context) => 0;

    public int SetSocketContext(string? context) => 0;
}
