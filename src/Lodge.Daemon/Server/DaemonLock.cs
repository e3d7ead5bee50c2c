using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Lodge.Daemon.Server;

/// <summary>Keeps a second daemon off the same folders: a locked file that holds the first one's process
/// number.</summary>
internal sealed partial class DaemonLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;

    private DaemonLock(FileStream file, string path)
    {
        _file = file;
        _path = path;
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DaemonStartException">Another daemon holds it; the text names it.</exception>
    public static DaemonLock Take(string path)
    {
        var number = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            var file = Open(path);
            if (!TryLock(file, wait: false) && !(HolderIsGone(path) && TryLock(file, wait: true)))
            {
                file.Dispose();
                throw new DaemonStartException(
                    $"Another lodged (process {Holder(path)}) holds '{path}'; "
                    + "stop it, or give this one its own --root.");
            }

            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(number + "\n"));
            file.Flush();

            // A daemon that just stopped may have removed the file between our opening and locking it.
            if (Holder(path) == number)
            {
                return new DaemonLock(file, path);
            }

            file.Dispose();
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        File.Delete(_path);
        _file.Dispose();
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
            | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
    });

    // A lock of the open file, not of the process: it is not lost when somebody here reads the file, and goes with the
    // process.
    private static bool TryLock(FileStream file, bool wait)
    {
        const int setOpenFileLock = 37;
        const int awaitOpenFileLock = 38;
        const short write = 1;
        var wanted = new FileLock { Type = write };
        var command = wait ? awaitOpenFileLock : setOpenFileLock;
        return Control((int)file.SafeFileHandle.DangerousGetHandle(), command, ref wanted) == 0;
    }

    // A daemon killed while it spawned a guest leaves a child that has the lock until its exec, a moment later.
    private static bool HolderIsGone(string path)
    {
        if (Holder(path) is not { Length: > 0 } holder)
        {
            return false;
        }

        try
        {
            var status = File.ReadAllText($"/proc/{holder}/stat");
            return status.AsSpan(status.LastIndexOf(')') + 1).TrimStart().StartsWith("Z");
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static string? Holder(string path)
    {
        try
        {
            const FileShare all = FileShare.ReadWrite | FileShare.Delete;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, all);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd().Trim();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, ref FileLock wanted);

    /// <summary>The kernel's <c>struct flock</c>; a length of 0 is the whole file.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct FileLock
    {
        public short Type;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
