using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Storage.Volumes.Streams;

/// <summary>A volume's bytes, read in order.</summary>
public sealed class VolumeContent : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly bool _isDevice;
    private readonly long _end;
    private long _position;

    private VolumeContent(SafeFileHandle file, string path, bool isDevice, long position, long end) =>
        (_file, _path, _isDevice, _position, _end) = (file, path, isDevice, position, end);

    /// <summary>Opens a file or device.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="length">How many bytes to read; 0 for all.</param>
    /// <exception cref="VirException">It cannot be opened.</exception>
    public static VolumeContent Open(string path, ulong offset, ulong length)
    {
        var number = LibC.Open(path, LibC.ReadOnly | LibC.NoTerminal | LibC.NonBlocking | LibC.CloseOnExec, 0);
        if (number < 0) throw StorageError.System($"Unable to open stream for '{path}'");
        var file = new SafeFileHandle(number, ownsHandle: true);
        try
        {
            if (!FileFacts.TryGet(file, out var facts)) throw StorageError.System(
                $"Unable to access stream for '{path}'");
            if (offset > long.MaxValue)
            {
                throw StorageError.System(LibC.InvalidArgument, $"Unable to seek {path} to {offset}");
            }

            var isDevice = facts.Kind == FileKind.Block;
            var size = isDevice ? (long)VolumeFacts.DeviceSize(file, path) : (long)facts.Size;
            var end = length == 0 || length > (ulong)size || offset
                + length > (ulong)size ? size : (long)(offset + length);
            return new VolumeContent(file, path, isDevice, (long)offset, end);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads on.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="allowsHoles">Whether zeroes may be told instead of read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="VirException">It cannot be read.</exception>
    public async ValueTask<VolumePart> ReadAsync(Memory<byte> buffer, bool allowsHoles, CancellationToken cancellation)
    {
        if (_position >= _end) return default;
        var limit = _end;
        if (allowsHoles && !_isDevice)
        {
            var data = NextData();
            if (data > _position) return Hole(data - _position);
            limit = Math.Min(_end, NextHole());
        }

        var wanted = (int)Math.Min(buffer.Length, limit - _position);
        int count;
        try
        {
            count = await RandomAccess.ReadAsync(_file, buffer[..wanted], _position, cancellation);
        }
        catch (IOException failure)
        {
            throw FileFailure.Of(failure, $"Unable to read {_path}");
        }

        if (allowsHoles && _isDevice && count > 0
            && !buffer.Span[..count].ContainsAnyExcept((byte)0)) return Hole(count);
        _position += count;
        return new VolumePart(buffer[..count], 0);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private VolumePart Hole(long length)
    {
        _position += length;
        return new VolumePart(default, length);
    }

    private long NextData()
    {
        var next = LibC.Seek(_file, _position, LibC.SeekData);
        if (next >= 0) return Math.Min(next, _end);
        return Marshal.GetLastPInvokeError() == LibC.NoSuchDevice ? _end : _position;
    }

    private long NextHole()
    {
        var next = LibC.Seek(_file, _position, LibC.SeekHole);
        return next > _position ? next : _end;
    }
}
