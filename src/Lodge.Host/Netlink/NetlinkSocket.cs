using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Lodge.Host.Native;

namespace Lodge.Host.Netlink;

/// <summary>
/// A conversation with the kernel over netlink: requests with their answers, or events of groups. Requests are answered
/// one
/// after another, whoever asks. It speaks of the network namespace it was opened in.
/// </summary>
public sealed class NetlinkSocket : IDisposable
{
    private const int Family = 16;
    private const int RawCloseOnExec = 3 | 0x80000;
    private const int NetlinkLevel = 270;
    private const int CapAcknowledge = 10;
    private const int ExtendedAcknowledge = 11;
    private const int StrictCheck = 12;

    private const ushort Error = 2;
    private const ushort Done = 3;
    private const ushort FirstOfFamily = 16;
    private const ushort HasExtension = 0x200;
    private const ushort ExtensionText = 1;

    private const int LargestDatagram = 64 * 1024;

    private readonly Socket _socket;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly byte[] _buffer = new byte[LargestDatagram];
    private uint _sequence;

    private NetlinkSocket(Socket socket) => _socket = socket;

    /// <summary>Opens a conversation.</summary>
    /// <param name="family">With which part of the kernel.</param>
    /// <param name="groups">The groups whose events are wanted, one bit each (the family's old-style groups).</param>
    /// <exception cref="NetlinkException">The kernel has no such family, or refuses.</exception>
    public static NetlinkSocket Open(NetlinkFamily family, uint groups = 0)
    {
        var descriptor = LibC.Socket(Family, RawCloseOnExec, (int)family);
        if (descriptor < 0) throw new NetlinkException(Marshal.GetLastPInvokeError());
        var handle = new SafeSocketHandle(descriptor, ownsHandle: true);
        var address = new LibC.NetlinkAddress { Family = Family, Groups = groups };
        if (LibC.Bind(handle, in address, Marshal.SizeOf<LibC.NetlinkAddress>()) < 0)
        {
            var number = Marshal.GetLastPInvokeError();
            handle.Dispose();
            throw new NetlinkException(number);
        }

        var socket = new Socket(handle);
        if (family != NetlinkFamily.KernelObjects)
        {
            foreach (var option in (int[])[CapAcknowledge, ExtendedAcknowledge, StrictCheck])
            {
                socket.SetRawSocketOption(NetlinkLevel, option, BitConverter.GetBytes(1));
            }
        }

        return new NetlinkSocket(socket);
    }

    /// <summary>Sends a request and takes its answers.</summary>
    /// <returns>The messages that came before the acknowledgement or the end of the list.</returns>
    /// <exception cref="NetlinkException">The kernel refused.</exception>
    public async ValueTask<List<NetlinkMessage>> RequestAsync(
        NetlinkRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _turn.WaitAsync(cancellation);
        try
        {
            var sequence = ++_sequence;
            await _socket.SendAsync(request.Finish(sequence), cancellation);
            var answers = new List<NetlinkMessage>();

            // Once sent, the answer is always read to its end: a rest would be taken for the next one's.
            while (true)
            {
                var length = await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
                if (Collect(_buffer.AsMemory(0, length), sequence, answers)) return answers;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits for events of the groups; each datagram may hold several.</summary>
    /// <remarks>
    /// An overflow of the kernel's queue shows as <c>ENOBUFS</c>: what was missed has to be listed anew.
    /// </remarks>
    public async ValueTask<List<NetlinkMessage>> ReceiveAsync(CancellationToken cancellation = default)
    {
        var datagram = await ReceiveDatagramAsync(cancellation);
        var messages = new List<NetlinkMessage>();
        _ = Collect(datagram, null, messages);
        return messages;
    }

    /// <summary>Waits for one datagram as it is: for families whose messages have no netlink header.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveDatagramAsync(CancellationToken cancellation = default)
    {
        try
        {
            var length = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellation);
            return _buffer.AsMemory(0, length).ToArray();
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.NoBufferSpaceAvailable)
        {
            throw new NetlinkException(LibC.NoBufferSpace);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _turn.Dispose();
    }

    /// <returns>Whether the answer is whole.</returns>
    private static bool Collect(ReadOnlyMemory<byte> datagram, uint? sequence, List<NetlinkMessage> answers)
    {
        while (datagram.Length >= NetlinkRequest.HeaderSize)
        {
            var header = datagram.Span;
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            if (length < NetlinkRequest.HeaderSize || length > datagram.Length)
            {
                throw new InvalidDataException("a netlink message claims a length it does not have");
            }

            var type = BinaryPrimitives.ReadUInt16LittleEndian(header[4..]);
            var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
            var body = datagram[NetlinkRequest.HeaderSize..length];
            if (sequence is null || BinaryPrimitives.ReadUInt32LittleEndian(header[8..]) == sequence)
            {
                switch (type)
                {
                    case Error:
                        Check(body.Span, flags);
                        return true;
                    case Done:
                        if (body.Length >= 4) CheckEnd(BinaryPrimitives.ReadInt32LittleEndian(body.Span));
                        return true;
                    case >= FirstOfFamily:
                        answers.Add(new NetlinkMessage(type, body.ToArray()));
                        break;
                }
            }

            datagram = datagram[Math.Min(datagram.Length, (length + 3) & ~3)..];
        }

        return false;
    }

    private static void CheckEnd(int result)
    {
        if (result < 0) throw new NetlinkException(-result);
    }

    private static void Check(ReadOnlySpan<byte> body, ushort flags)
    {
        const int FixedPart = 4 + NetlinkRequest.HeaderSize;
        if (body.Length < FixedPart) throw new InvalidDataException("a netlink answer is too short");
        var number = -BinaryPrimitives.ReadInt32LittleEndian(body);
        if (number == 0) return;
        string? detail = null;
        if ((flags & HasExtension) != 0)
        {
            var text = new NetlinkAttributes(body[FixedPart..]).Find(ExtensionText);
            if (text.Type == ExtensionText) detail = text.AsText();
        }

        throw new NetlinkException(number, detail);
    }
}
