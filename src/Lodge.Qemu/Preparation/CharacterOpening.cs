using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Preparation;

/// <summary>
/// Files and sockets of character devices, opened by the daemon: a socket is there before QEMU is, and QEMU can write
/// a log
/// in a folder it has no access to.
/// </summary>
internal static class CharacterOpening
{
    private const UnixFileMode SocketMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;

    /// <summary>Opens what a device needs.</summary>
    public static void Open(CharacterSource source, string id, GuestFiles files, Action<Func<ValueTask>> onUndo)
    {
        if (source is { Type: CharacterSourceType.Unix, Listen: true, Path: { } path })
        {
            files.Add(GuestFiles.Socket(id), Try(path, "bind to UNIX socket path", () => Listen(path)));
            onUndo(() =>
            {
                File.Delete(path);
                return ValueTask.CompletedTask;
            });
        }

        if (source is { Type: CharacterSourceType.File, Path: { } target })
        {
            var keep = source.Append == true;
            files.Add(GuestFiles.Source(id), Try(target, "open file", () => OpenForAppending(target, keep)));
        }

        if (source.LogFile is { } log)
        {
            var keep = source.LogAppend == true;
            files.Add(GuestFiles.Log(id), Try(log, "open file", () => OpenForAppending(log, keep)));
        }
    }

    private static SafeFileHandle Try(string path, string what, Func<SafeFileHandle> open)
    {
        try
        {
            return open();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"Unable to {what} '{path}': {SystemErrorText.Of(cause)}",
                cause);
        }
    }

    private static SafeFileHandle Listen(string path)
    {
        File.Delete(path);
        var socket = LibC.Listen(path);
        File.SetUnixFileMode(path, SocketMode);
        return socket;
    }

    private static SafeFileHandle OpenForAppending(string path, bool keep)
    {
        File.OpenHandle(path, keep ? FileMode.OpenOrCreate : FileMode.Create, FileAccess.Write, FileShare.ReadWrite)
            .Dispose();
        return LibC.OpenForAppend(path);
    }
}
