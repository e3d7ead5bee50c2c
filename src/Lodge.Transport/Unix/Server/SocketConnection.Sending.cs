using System.Runtime.InteropServices;
using Lodge.Transport.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Unix.Server;

internal sealed unsafe partial class SocketConnection
{
    // Few connections ever have anything waiting: null stands for none.
    private Queue<WaitingMessage>? _waiting;
    private long _unsent;
    private bool _closeWhenSent;

    private enum SendOutcome
    {
        All,
        Some,
        Broken,
    }

    public override long UnsentBytes => Volatile.Read(ref _unsent);

    public override bool Send(
        ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files, IDeliveryObserver? observer)
    {
        lock (_gate)
        {
            if (!_closed && !_closeWhenSent)
            {
                int sent = 0, filesSent = 0;
                var outcome = _waiting is not null
                    ? SendOutcome.Some
                    : TrySend(message, files, ref sent, ref filesSent);
                switch (outcome)
                {
                    case SendOutcome.All:
                        WaitingMessage.CloseFiles(files);
                        return true;
                    case SendOutcome.Some:
                        Wait(new WaitingMessage(message[sent..], files, filesSent, observer));
                        return false;
                    default:
                        ShutDown();
                        break;
                }
            }
        }

        WaitingMessage.CloseFiles(files);
        observer?.MessageDelivered(false);
        return false;
    }

    private void Wait(WaitingMessage message)
    {
        (_waiting ??= new Queue<WaitingMessage>()).Enqueue(message);
        _unsent += message.Length;
        SetInterest(_interest | SocketCalls.EpollOut);
    }

    private void SendWaiting()
    {
        while (true)
        {
            WaitingMessage message;
            lock (_gate)
            {
                if (_closed || _waiting is null || !_waiting.TryPeek(out message!))
                {
                    break;
                }

                int sent = 0, filesSent = message.FilesSent;
                var outcome = TrySend(message.Rest, message.Files, ref sent, ref filesSent);
                message.Sent += sent;
                message.FilesSent = filesSent;
                _unsent -= sent;
                if (outcome == SendOutcome.Broken)
                {
                    ShutDown();
                    return;
                }

                if (outcome == SendOutcome.Some)
                {
                    return;
                }

                _waiting.Dequeue();
                if (_waiting.Count == 0)
                {
                    _waiting = null;
                    SetInterest(_interest & ~SocketCalls.EpollOut);
                    if (_closeWhenSent)
                    {
                        ShutDown();
                    }
                }
            }

            message.Delivered();
        }
    }

    private SendOutcome TrySend(
        ReadOnlySpan<byte> message, IReadOnlyList<SafeFileHandle>? files, ref int sent, ref int filesSent)
    {
        fixed (byte* start = message)
        {
            while (sent < message.Length)
            {
                var count = SocketCalls.Send(
                    _descriptor,
                    start + sent,
                    (nuint)(message.Length - sent),
                    SocketCalls.DontWait | SocketCalls.NoSignal);
                if (count < 0)
                {
                    return Failure();
                }

                sent += (int)count;
            }
        }

        // Each descriptor travels beside one byte of its own, as libvirt sends and expects them.
        for (; filesSent < (files?.Count ?? 0); filesSent++)
        {
            if (SendFile(files![filesSent]) < 0)
            {
                return Failure();
            }
        }

        return SendOutcome.All;
    }

    private static SendOutcome Failure() => Marshal.GetLastPInvokeError() switch
    {
        SocketCalls.TryAgain or SocketCalls.Interrupted => SendOutcome.Some,
        _ => SendOutcome.Broken,
    };

    private nint SendFile(SafeFileHandle file)
    {
        byte filler = 0;
        var vector = new SocketCalls.IoVector { Base = &filler, Length = 1 };
        var control = stackalloc byte[24];
        var header = (SocketCalls.ControlHeader*)control;
        header->Length = 20;
        header->Level = SocketCalls.SocketLevel;
        header->Type = SocketCalls.ScmRights;
        *(int*)(control + 16) = (int)file.DangerousGetHandle();
        var message = new SocketCalls.MessageVector
        {
            Vectors = &vector,
            VectorCount = 1,
            Control = control,
            ControlLength = 24,
        };
        return SocketCalls.SendMessage(_descriptor, &message, SocketCalls.DontWait | SocketCalls.NoSignal);
    }
}
