using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Security.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Security.Files;

/// <summary>
/// A file found once by its path, so that everything asked and changed afterwards is of one and the same file, whatever
/// happens to the path meanwhile. Nothing is opened for reading or writing.
/// </summary>
internal sealed class OpenedFile : IDisposable
{
    private const int TypeMask = 0xf000;
    private const int RegularFile = 0x8000;
    private const int BlockDevice = 0x6000;
    private const int LongestAttribute = 1024;

    private readonly SafeFileHandle _file;

    private OpenedFile(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>The path it was found by.</summary>
    public string Path { get; }

    /// <summary>The name under which the kernel knows the open file.</summary>
    public string Link => $"/proc/self/fd/{_file.DangerousGetHandle()}";

    /// <summary>Its path without any link in it.</summary>
    public string RealPath => File.ResolveLinkTarget(Link, returnFinalTarget: false)?.FullName ?? Path;

    /// <summary>Finds a file.</summary>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: it is not there, or not reached.</exception>
    public static OpenedFile Find(string path) => TryFind(path) ?? throw SystemError(
        LibC.LastError, $"unable to stat: {path}");

    /// <summary>Finds a file; null where it is not there, or not reached.</summary>
    public static OpenedFile? TryFind(string path)
    {
        var number = LibC.Open(path, LibC.O_PATH | LibC.O_CLOEXEC);
        return number < 0 ? null : new OpenedFile(path, new SafeFileHandle(number, ownsHandle: true));
    }

    /// <summary>Who owns it, and whether it holds data (a file or a block device).</summary>
    public (uint Uid, uint Gid, bool HoldsData) Status()
    {
        if (!LibC.TryStatus(_file, out var status))
        {
            throw SystemError(LibC.LastError, $"unable to stat: {Path}");
        }

        return (status.Uid, status.Gid, (status.Mode & TypeMask) is RegularFile or BlockDevice);
    }

    /// <summary>Its type and permissions (<c>st_mode</c>).</summary>
    public int Mode() => LibC.TryStatus(_file, out var status)
        ? status.Mode
        : throw SystemError(LibC.LastError, $"unable to stat: {Path}");

    /// <summary>Gives it to somebody.</summary>
    /// <returns>0, or the error.</returns>
    public int ChangeOwner(uint uid, uint gid) => LibC.TryChangeOwner(_file, uid, gid) ? 0 : LibC.LastError;

    /// <summary>Reads an extended attribute.</summary>
    /// <returns>The value; null where it has none, with the error.</returns>
    public unsafe (string? Value, int Error) Attribute(string name)
    {
        var buffer = stackalloc byte[LongestAttribute];
        var length = LibC.GetAttribute(Link, name, buffer, LongestAttribute);
        return length < 0
            ? (null, LibC.LastError)
            : (Encoding.UTF8.GetString(buffer, (int)length).TrimEnd('\0'), 0);
    }

    /// <summary>Sets an extended attribute.</summary>
    /// <returns>0, or the error.</returns>
    public unsafe int SetAttribute(string name, string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        fixed (byte* start = bytes)
            return LibC.SetAttribute(Link, name, start, (nuint)bytes.Length, 0) == 0 ? 0 : LibC.LastError;
    }

    /// <summary>Removes an extended attribute; one that is not there is no error.</summary>
    public int RemoveAttribute(string name)
    {
        if (LibC.RemoveAttribute(Link, name) == 0)
        {
            return 0;
        }

        var error = LibC.LastError;
        return error == LibC.ENODATA ? 0 : error;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>An error of the system, in libvirt's form.</summary>
    public static VirException SystemError(int error, string what) => new(new VirError
    {
        Code = VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        Domain = VirErrorDomain.VIR_FROM_SECURITY,
        Message = $"{what}: {LibC.Describe(error)}",
        Text1 = "%s",
        Text2 = $"{what}: {LibC.Describe(error)}",
        Number1 = error,
    });
}
