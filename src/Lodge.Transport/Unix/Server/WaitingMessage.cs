using System.Buffers;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix.Server;

/// <summary>What is left of a message that the peer does not take yet.</summary>
internal sealed class WaitingMessage
{
    private readonly byte[] _bytes;
    private readonly IReadOnlyList<SafeFileHandle>? _files;
    private readonly IDeliveryObserver? _observer;

    internal WaitingMessage(
        ReadOnlySpan<byte> rest, IReadOnlyList<SafeFileHandle>? files, int filesSent, IDeliveryObserver? observer)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, rest.Length));
        rest.CopyTo(_bytes);
        Length = rest.Length;
        _files = files;
        FilesSent = filesSent;
        _observer = observer;
    }

    internal int Length { get; }

    internal int Sent { get; set; }

    internal int FilesSent { get; set; }

    internal ReadOnlySpan<byte> Rest => _bytes.AsSpan(Sent, Length - Sent);

    internal IReadOnlyList<SafeFileHandle>? Files => _files;

    internal void Delivered() => Finish(true);

    internal void Drop() => Finish(false);

    private void Finish(bool delivered)
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        CloseFiles(_files);
        _observer?.MessageDelivered(delivered);
    }

    internal static void CloseFiles(IReadOnlyList<SafeFileHandle>? files)
    {
        for (var i = 0; i < (files?.Count ?? 0); i++)
        {
            files![i].Dispose();
        }
    }
}
