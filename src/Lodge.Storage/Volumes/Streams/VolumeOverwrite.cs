using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Volumes.Local;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Streams;

/// <summary>
/// A volume's bytes, written in order. Where it is not completed (a full disk, a client that is gone) what it filled is
/// given back: parts that were holes are holes again, and a file has its old length. What was overwritten stays so.
/// </summary>
public sealed class VolumeOverwrite : IDisposable
{
    private const int NoSpace = 28;

    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly FileSpace? _before;
    private readonly long _start;
    private readonly long _end;
    private long _position;
    private bool _isComplete;

    private VolumeOverwrite(SafeFileHandle file, string path, FileSpace? before, long start, long end) =>
        (_file, _path, _before, _start, _end, _position) = (file, path, before, start, end, start);

    /// <summary>Opens a file or device that is there.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="length">How many bytes may be written; 0 for as many as come.</param>
    /// <exception cref="VirException">It cannot be opened.</exception>
    public static VolumeOverwrite Open(string path, ulong offset, ulong length)
    {
        var number = LibC.Open(path, LibC.WriteOnly | LibC.NoTerminal | LibC.NonBlocking | LibC.CloseOnExec, 0);
        if (number < 0) throw StorageError.System($"Unable to open stream for '{path}'");
        var file = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            if (!FileFacts.TryGet(file, out var facts)) throw StorageError.System(
                $"Unable to access stream for '{path}'");
            if (offset > long.MaxValue || length > long.MaxValue - offset)
            {
                throw StorageError.System(LibC.InvalidArgument, $"Unable to seek {path} to {offset}");
            }

            var before = facts.Kind == FileKind.Regular ? FileSpace.Of(file, (long)offset, (long)facts.Size) : null;
            var end = length == 0 ? long.MaxValue : (long)(offset + length);
            return new VolumeOverwrite(file, path, before, (long)offset, end);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes on.</summary>
    /// <exception cref="VirException">The disk is full, or the volume ends.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellation)
    {
        RefuseBeyondEnd(data.Length);
        try
        {
            await RandomAccess.WriteAsync(_file, data, _position, cancellation);
        }
        catch (IOException failure)
        {
            // A write that failed may have filled a part of what it was to fill.
            _position += data.Length;
            throw FileFailure.Of(failure, $"Unable to write {_path}");
        }

        _position += data.Length;
    }

    /// <summary>Writes zeroes, without taking space for them where that can be.</summary>
    /// <exception cref="VirException">The volume ends, or the disk is full.</exception>
    public void WriteHole(long length, CancellationToken cancellation)
    {
        if (length < 0) throw StorageError.Argument($"a hole of {length} bytes cannot be");
        RefuseBeyondEnd(length);
        var isHole = _before is not null
            && LibC.Allocate(_file, FileSpace.Punch, _position, Math.Max(length, 1)) == 0;
        if (isHole && length > 0)
        {
            Extend(_position + length);
        }
        else if (length > 0)
        {
            try
            {
                ZeroWriter.Write(_file, _position, length, cancellation);
            }
            catch (IOException failure)
            {
                throw FileFailure.Of(failure, $"Unable to write {_path}");
            }
        }

        _position += length;
    }

    /// <summary>All came: what was written stays, and is on the disk when this returns.</summary>
    /// <exception cref="VirException">The disk did not take it.</exception>
    public void Complete()
    {
        if (LibC.SyncData(_file) != 0) throw StorageError.System($"cannot sync data to file '{_path}'");
        _isComplete = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isComplete) _before?.GiveBack(_file, _start, _position);
        _file.Dispose();
    }

    private void RefuseBeyondEnd(long length)
    {
        if (length > _end - _position) throw StorageError.System(NoSpace, "cannot write to stream");
    }

    private void Extend(long length)
    {
        if (!FileFacts.TryGet(_file, out var facts) || facts.Size >= (ulong)length) return;
        if (LibC.Truncate(_file, length) != 0) throw StorageError.System($"Unable to truncate {_path}");
    }
}
