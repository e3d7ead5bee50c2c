using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lodge.Testing;

/// <summary>
/// A network namespace with a thread that lives in it: sockets opened there stay there. It is gone when disposed.
/// </summary>
public sealed partial class NetworkNamespace : IDisposable
{
    private const int NewNetwork = 0x40000000;

    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;
    private int _threadId;

    /// <summary>Makes a namespace.</summary>
    /// <exception cref="InvalidOperationException">The kernel refuses.</exception>
    public NetworkNamespace()
    {
        var ready = new TaskCompletionSource<string?>();
        _thread = new Thread(() =>
        {
            _threadId = ThreadId();
            ready.SetResult(Unshare(NewNetwork) == 0 ? null
                : Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
            foreach (var action in _work.GetConsumingEnumerable())
            {
                action();
            }
        }) { IsBackground = true };
        _thread.Start();
        if (ready.Task.GetAwaiter().GetResult() is { } refused)
        {
            throw new InvalidOperationException(refused);
        }
    }

    /// <summary>The file that stands for the namespace, for programs such as <c>nsenter</c>.</summary>
    public string Path => $"/proc/{Environment.ProcessId}/task/{_threadId}/ns/net";

    /// <summary>Runs code inside.</summary>
    public T Run<T>(Func<T> code)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                result.SetResult(code());
            }
            catch (Exception failure)
            {
                result.SetException(failure);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    /// <summary>Runs a program inside.</summary>
    /// <returns>Its exit status and what it wrote.</returns>
    public async Task<(int Status, string Output)> ExecuteAsync(string input, params string[] command)
    {
        var start = new ProcessStartInfo("nsenter", [$"--net={Path}", .. command])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    private static partial int Unshare(int flags);

    [LibraryImport("libc", EntryPoint = "gettid")]
    private static partial int ThreadId();
}
