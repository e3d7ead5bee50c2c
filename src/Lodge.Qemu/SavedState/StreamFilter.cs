using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Launcher;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.SavedState;

/// <summary>A program between QEMU and a file that turns one stream into another.</summary>
public sealed class StreamFilter : IDisposable
{
    private const int LowestCopy = 512;

    private readonly string _name;
    private readonly SafeFileHandle _process;
    private readonly Task<ProcessExit> _exited;

    private StreamFilter(string name, SafeFileHandle process, Task<ProcessExit> exited)
    {
        _name = name;
        _process = process;
        _exited = exited;
    }

    /// <summary>Starts a program that compresses.</summary>
    public static StreamFilter Compress(SaveCompression compression, SafeHandle input, SafeHandle output) =>
        Start(SaveCompressionPrograms.Compressor(compression), input, output);

    /// <summary>Starts a program that decompresses.</summary>
    public static StreamFilter Decompress(SaveCompression compression, SafeHandle input, SafeHandle output) =>
        Start(SaveCompressionPrograms.Decompressor(compression), input, output);

    /// <summary>Waits until all has gone through.</summary>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR: the program failed.</exception>
    public async Task FinishAsync()
    {
        var exit = await _exited;
        if (exit.ExitCode != 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"Child process ({_name}) unexpected {exit}");
        }
    }

    /// <summary>Ends the program where it still runs.</summary>
    public void Dispose()
    {
        if (!_exited.IsCompleted)
        {
            LibC.SendSignal(_process, LibC.SIGKILL);
        }

        _ = _exited.ContinueWith(_ => _process.Dispose(), TaskScheduler.Default);
    }

    private static unsafe StreamFilter Start(
        (string Path, string[] Arguments) command, SafeHandle input, SafeHandle output)
    {
        using var errors = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        var ours = new[] { input, output, errors }.Select(file => LibC.DuplicateFrom(file, LowestCopy)).ToArray();
        try
        {
            using var arguments = new NativeTexts([command.Path, .. command.Arguments]);
            using var environment = new NativeTexts([]);
            var files = ours.Select((file, number) => ((int)file.DangerousGetHandle(), number)).ToArray();
            var pid = LibC.Spawn(command.Path, arguments.Pointer, environment.Pointer, files);
            if (pid <= 0)
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                    VirErrorDomain.VIR_FROM_QEMU,
                    $"Cannot execute '{command.Path}': {LibC.Describe(-pid)}");
            }

            var process = LibC.OpenProcess(pid) ?? throw new IOException($"process {pid} vanished");
            return new StreamFilter(command.Path, process, ExitWatcher.Watch(process));
        }
        finally
        {
            foreach (var copy in ours)
            {
                copy.Dispose();
            }
        }
    }
}
