using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Security.Remembering;

/// <summary>
/// Keeps others from changing what is remembered of a file while we do: threads of this daemon, and libvirtd, which
/// locks
/// the same byte.
/// </summary>
/// <remarks>Source: libvirt's <c>virSecurityManagerMetadataLock</c>.</remarks>
internal sealed class MetadataLock : IDisposable
{
    private const long Offset = 1;
    private const long Length = 1;

    private static readonly Lock OneAtATime = new();
    private readonly SafeFileHandle? _locked;

    private MetadataLock(SafeFileHandle? locked) => _locked = locked;

    /// <summary>Locks a file that holds data; others cannot be locked, and need not be.</summary>
    public static MetadataLock Take(OpenedFile file, bool holdsData)
    {
        OneAtATime.Enter();
        try
        {
            return new MetadataLock(holdsData ? Lock(file) : null);
        }
        catch
        {
            OneAtATime.Exit();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _locked?.Dispose();
        OneAtATime.Exit();
    }

    private static SafeFileHandle? Lock(OpenedFile file)
    {
        var number = LibC.Open(file.Link, LibC.O_RDWR | LibC.O_CLOEXEC | LibC.O_NONBLOCK | LibC.O_NOCTTY);
        if (number < 0)
        {
            // On a file system that cannot be written nobody changes what is remembered.
            return null;
        }

        var handle = new SafeFileHandle(number, ownsHandle: true);
        if (LibC.TryLock(handle, Offset, Length))
        {
            return handle;
        }

        VirException failure = OpenedFile.SystemError(
            LibC.LastError, $"unable to lock {file.Path} for metadata change");
        handle.Dispose();
        throw failure;
    }
}
