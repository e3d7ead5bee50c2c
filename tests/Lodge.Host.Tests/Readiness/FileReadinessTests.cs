using System.IO.Pipes;
using Lodge.Host.Readiness;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Host.Tests.Readiness;

public sealed class FileReadinessTests : IDisposable
{
    private readonly AnonymousPipeServerStream _writer = new(PipeDirection.Out);
    private readonly SafeFileHandle _reader;

    public FileReadinessTests() =>
        _reader = new SafeFileHandle(_writer.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }

    [Fact]
    public async Task A_wait_for_data_ends_when_there_is_some()
    {
        var waiting = FileReadiness.WaitAsync(_reader, toWrite: false, CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        _writer.WriteByte(1);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_wait_ends_when_the_other_end_is_gone()
    {
        var waiting = FileReadiness.WaitAsync(_reader, toWrite: false, CancellationToken.None);
        _writer.SafePipeHandle.Dispose();
        await waiting.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_and_one_file_may_be_waited_for_twice()
    {
        using var end = new CancellationTokenSource();
        var first = FileReadiness.WaitAsync(_reader, toWrite: false, end.Token);
        var second = FileReadiness.WaitAsync(_reader, toWrite: false, CancellationToken.None);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(TimeSpan.FromSeconds(20)));
        _writer.WriteByte(1);
        await second.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_file_of_a_disk_is_refused()
    {
        using var file = File.OpenHandle(typeof(FileReadinessTests).Assembly.Location);
        await Assert.ThrowsAsync<IOException>(
            () => FileReadiness.WaitAsync(file, toWrite: false, CancellationToken.None));
    }
}
