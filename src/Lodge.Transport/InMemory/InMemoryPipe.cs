using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.InMemory;

/// <summary>One direction between two ends in one process: bytes, and files at their places among them.</summary>
internal sealed class InMemoryPipe
{
    private readonly Lock _gate = new();
    private readonly Queue<(ReadOnlyMemory<byte> Bytes, SafeFileHandle? File)> _chunks = new();
    private TaskCompletionSource? _waiting;
    private ReadOnlyMemory<byte> _rest;
    private bool _ended;

    /// <summary>Adds bytes; a file comes with the first of them.</summary>
    /// <exception cref="IOException">The pipe has ended.</exception>
    public void Write(ReadOnlySpan<byte> bytes, SafeFileHandle? file = null)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            if (_ended)
            {
                throw new IOException("The connection in memory has ended.");
            }

            _chunks.Enqueue((bytes.ToArray(), file));
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }

    /// <summary>Ends the pipe: what was written can still be read.</summary>
    public void End()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _ended = true;
            waiting = _waiting;
            _waiting = null;
        }

        waiting?.SetResult();
    }

    /// <summary>Takes bytes that are there; 0 at the end; -1, and what to wait for, while there are none.</summary>
    public int Read(Span<byte> buffer, Queue<SafeFileHandle> files, out Task ready)
    {
        lock (_gate)
        {
            ready = Task.CompletedTask;
            if (_rest.IsEmpty && !TakeChunk(files))
            {
                if (!_ended)
                {
                    _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    ready = _waiting.Task;
                }

                return _ended ? 0 : -1;
            }

            var count = Math.Min(_rest.Length, buffer.Length);
            _rest.Span[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return count;
        }
    }

    private bool TakeChunk(Queue<SafeFileHandle> files)
    {
        if (!_chunks.TryDequeue(out var chunk))
        {
            return false;
        }

        _rest = chunk.Bytes;
        if (chunk.File is not null)
        {
            files.Enqueue(chunk.File);
        }

        return true;
    }
}
