using System.Net.Sockets;

namespace Lodge.Qemu.Tests.Qmp;

/// <summary>Two unix sockets that are connected to each other.</summary>
internal static class ConnectedSockets
{
    public static (Socket Ours, Socket Theirs) Create()
    {
        var name = new UnixDomainSocketEndPoint($"\0lodge-test-{Guid.NewGuid():N}");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(name);
        listener.Listen(1);
        var ours = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        ours.Connect(name);
        return (ours, listener.Accept());
    }
}
