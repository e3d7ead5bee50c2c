using System.Globalization;
using Lodge.Host.Native;
using Lodge.Host.Readiness;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Programs;

/// <summary>
/// A process of the host that is no child of ours: its end shows at once, and a signal never hits another.
/// </summary>
public sealed class WatchedProcess : IDisposable
{
    private readonly SafeFileHandle _process;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _forgotten = new();

    private WatchedProcess(int id, SafeFileHandle process)
    {
        Id = id;
        _process = process;
        _ = WatchAsync();
    }

    /// <summary>Its number.</summary>
    public int Id { get; }

    /// <summary>Completes when it has ended; never once this is disposed.</summary>
    public Task Exited => _ended.Task;

    /// <summary>
    /// Opens a process that runs a program of the given name; null where there is none, or it is another.
    /// </summary>
    public static WatchedProcess? Open(int id, string program)
    {
        if (id <= 1 || LibC.OpenProcess(id) is not { } process) return null;

        // The number may have gone to another program: looked at while it is held open, the answer stays true.
        if (NameOf(id) == program) return new WatchedProcess(id, process);
        process.Dispose();
        return null;
    }

    /// <summary>Opens the process whose number a file has; null where there is no such file or process.</summary>
    public static WatchedProcess? OpenByFile(string path, string program)
    {
        try
        {
            return int.TryParse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture, out var id)
                ? Open(id, program)
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Has it read its files again (SIGHUP).</summary>
    public void Reload() => LibC.Signal(_process, 1);

    /// <summary>Asks it to end (SIGTERM).</summary>
    public void Terminate() => LibC.Signal(_process, 15);

    /// <summary>Ends it (SIGKILL).</summary>
    public void Kill() => LibC.Signal(_process, 9);

    /// <inheritdoc/>
    public void Dispose()
    {
        _forgotten.Cancel();
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await FileReadiness.WaitAsync(_process, toWrite: false, _forgotten.Token);
            _ended.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            // Disposed: nobody asks any more.
        }
        catch (IOException failure)
        {
            _ended.TrySetException(failure);
        }
    }

    private static string? NameOf(int id)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/comm")).TrimEnd('\n');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
