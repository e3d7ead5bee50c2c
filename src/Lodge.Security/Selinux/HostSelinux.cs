using System.Runtime.InteropServices;
using Lodge.Security.Files;
using Lodge.Security.Native;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Selinux;

/// <summary>SELinux of this host, through libselinux; a host without either answers that it is not enabled.</summary>
public sealed unsafe class HostSelinux : ISelinux, IDisposable
{
    private readonly FileContexts _contexts = new();

    /// <inheritdoc/>
    public bool IsEnabled => LibSelinux.IsInstalled && LibSelinux.IsEnabled() > 0;

    /// <inheritdoc/>
    public bool IsEnforcing => LibSelinux.IsInstalled && LibSelinux.GetEnforce() == 1;

    /// <inheritdoc/>
    public string? PolicyFolder => LibSelinux.IsInstalled
        && Marshal.PtrToStringUTF8((nint)LibSelinux.PolicyRoot()) is { } folder && Directory.Exists(folder)
            ? folder
            : null;

    /// <inheritdoc/>
    public string OwnContext()
    {
        byte* context;
        return LibSelinux.GetContext(&context) == 0 && context != null
            ? LibSelinux.Take(context)
            : throw OpenedFile.SystemError(LibC.LastError, "Unable to get current process SELinux context");
    }

    /// <inheritdoc/>
    public string? ContextOf(int processId)
    {
        byte* context;
        return LibSelinux.GetContextOf(processId, &context) == 0 && context != null ? LibSelinux.Take(context) : null;
    }

    /// <inheritdoc/>
    public (string? Context, int Error) FileContext(string path)
    {
        byte* context;
        return LibSelinux.GetFileContext(path, &context) < 0
            ? (null, LibC.LastError)
            : (LibSelinux.Take(context), 0);
    }

    /// <inheritdoc/>
    public int SetFileContext(string path, string context) =>
        LibSelinux.SetFileContext(path, context) == 0 ? 0 : LibC.LastError;

    /// <inheritdoc/>
    public string? DefaultContext(string path, int mode) => _contexts.Find(path, mode);

    /// <inheritdoc/>
    public bool IsValid(string context) => LibSelinux.CheckContext(context) == 0;

    /// <inheritdoc/>
    public bool? Boolean(string name) => LibSelinux.GetBoolean(name) switch
    {
        < 0 => null,
        var value => value == 1,
    };

    /// <inheritdoc/>
    public bool Allows(string source, string target, string kind, string permission) =>
        LibSelinux.CheckAccess(source, target, kind, permission, 0) == 0;

    /// <inheritdoc/>
    public int SetProgramContext(string? context) =>
        LibSelinux.SetProgramContext(context) == 0 ? 0 : LibC.LastError;

    /// <inheritdoc/>
    public int SetSocketContext(string? context) =>
        LibSelinux.SetSocketContext(context) == 0 ? 0 : LibC.LastError;

    /// <inheritdoc/>
    public void Dispose() => _contexts.Dispose();
}
