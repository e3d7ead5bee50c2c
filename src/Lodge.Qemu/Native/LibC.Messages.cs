using System.Runtime.InteropServices;

namespace Lodge.Qemu.Native;

/// <summary>
/// Sending bytes together with an open file (<c>sendmsg(2)</c>, <c>SCM_RIGHTS</c> of <c>unix(7)</c>).
/// </summary>
internal static unsafe partial class LibC
{
    private const int SOL_SOCKET = 1;
    private const int SCM_RIGHTS = 1;
    private const int MSG_DONTWAIT = 0x40;
    private const int MSG_NOSIGNAL = 0x4000;

    [StructLayout(LayoutKind.Sequential)]
    private struct IoVector
    {
        public void* Base;
        public nuint Length;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Vectors;
        public nuint VectorCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ControlMessage
    {
        public nuint Length;
        public int Level;
        public int Type;
        public int File;
        public int Padding;
    }

    /// <summary>Sends bytes with one file at the first of them, without waiting.</summary>
    /// <returns>How many bytes went out, or minus the errno.</returns>
    internal static int SendWithFile(SafeHandle socket, ReadOnlySpan<byte> bytes, SafeHandle file)
    {
        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            return SendWithFile(socket, bytes, (int)file.DangerousGetHandle());
        }
        finally
        {
            if (isHeld) file.DangerousRelease();
        }
    }

    private static int SendWithFile(SafeHandle socket, ReadOnlySpan<byte> bytes, int file)
    {
        fixed (byte* start = bytes)
        {
            var vector = new IoVector { Base = start, Length = (nuint)bytes.Length };
            var control = new ControlMessage
            {
                Length = (nuint)(sizeof(ControlMessage) - sizeof(int)),
                Level = SOL_SOCKET,
                Type = SCM_RIGHTS,
                File = file,
            };
            var header = new MessageHeader
            {
                Vectors = &vector,
                VectorCount = 1,
                Control = &control,
                ControlLength = (nuint)sizeof(ControlMessage),
            };

            while (true)
            {
                var sent = SendMessage(socket, &header, MSG_DONTWAIT | MSG_NOSIGNAL);
                if (sent >= 0) return (int)sent;
                var error = Marshal.GetLastPInvokeError();
                if (error != EINTR) return -error;
            }
        }
    }

    [LibraryImport(Library, EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(SafeHandle socket, MessageHeader* message, int flags);
}
