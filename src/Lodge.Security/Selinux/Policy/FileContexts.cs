using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Native;

namespace Lodge.Security.Selinux.Policy;

/// <summary>
/// The label that a policy gives each path: <c>file_contexts</c> and what lies beside it (<c>.homedirs</c>,
/// <c>.local</c>, <c>.subs</c>, <c>.subs_dist</c>), asked through libselinux.
/// </summary>
public sealed class FileContexts : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string? _path;
    private nint _handle;
    private DateTime _read;

    /// <summary>Reads a policy's files when first asked.</summary>
    /// <param name="path">Its <c>file_contexts</c>; null for the policy in force.</param>
    public FileContexts(string? path = null) => _path = path;

    /// <summary>Whether the host can be asked at all.</summary>
    public static bool IsPossible => LibSelinux.IsInstalled;

    /// <summary>The label of a path; null where the policy gives none.</summary>
    /// <param name="path">The path, as it would be on the host.</param>
    /// <param name="mode">The file's type and permissions (<c>st_mode</c>), or 0 for whatever it is.</param>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: the policy's files cannot be read.</exception>
    public unsafe string? Find(string path, int mode)
    {
        lock (_lock)
        {
            Open();
            byte* found;
            if (LibSelinux.FindLabel(_handle, &found, path, mode) == 0)
            {
                return LibSelinux.Take(found);
            }

            var error = LibC.LastError;
            return error == LibC.ENOENT ? null : throw OpenedFile.SystemError(
                error, $"cannot look up the SELinux label of {path}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            Close();
        }
    }

    /// <summary>When a file that tells labels was last changed, so that a rule just added counts.</summary>
    private static DateTime ChangedAt(string path) => ((string[])["", ".local", ".homedirs", ".subs", ".subs_dist"])
        .Select(ending => File.GetLastWriteTimeUtc(path + ending))
        .Max();

    private unsafe void Open()
    {
        var changed = (_path ?? DefaultPath()) is { } path ? ChangedAt(path) : default;
        if (_handle != 0 && changed == _read)
        {
            return;
        }

        Close();
        var value = (byte*)Marshal.StringToCoTaskMemUTF8(_path);
        try
        {
            var option = new LibSelinux.Option { Type = LibSelinux.SELABEL_OPT_PATH, Value = value };
            _handle = LibSelinux.OpenLabels(LibSelinux.SELABEL_CTX_FILE, &option, _path is null ? 0u : 1u);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)value);
        }

        _read = changed;
        if (_handle == 0)
        {
            throw OpenedFile.SystemError(LibC.LastError, "cannot open SELinux label_handle");
        }
    }

    private static unsafe string? DefaultPath() =>
        Marshal.PtrToStringUTF8((nint)LibSelinux.PolicyRoot()) is { } root
            ? Path.Combine(root, "contexts/files/file_contexts")
            : null;

    private void Close()
    {
        if (_handle != 0)
        {
            LibSelinux.CloseLabels(_handle);
            _handle = 0;
        }
    }
}
