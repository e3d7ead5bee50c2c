using Lodge.Transport.Server;
using Lodge.Transport.Unix.Native;
using Lodge.Transport.Unix.Server;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Transport.Tests.Unix;

/// <summary>A listening socket that keeps what its peers send, and answers as a test wants.</summary>
internal sealed class SocketServer : IConnectionAcceptor, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-socket-");
    private readonly SocketLoop _loop = new("test");
    private readonly SocketListener _listener;

    public SocketServer()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _listener = new SocketListener([_loop], UnixSocketAddress.Listen(Address, owner, null, 10), this);
        _listener.Start();
    }

    public string Address => Path.Combine(_folder.FullName, "sock");

    public TaskCompletionSource<SocketPeer> Accepted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool AcceptsConnections => true;

    public IMessageReceiver? ConnectionAccepted(ServerConnection connection)
    {
        var peer = new SocketPeer(connection);
        Accepted.TrySetResult(peer);
        return peer;
    }

    public async Task<(SafeFileHandle Client, SocketPeer Peer)> ConnectAsync()
    {
        var client = UnixSocket.Connect(Address);
        return (client, await Accepted.Task);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _loop.Dispose();
        _folder.Delete(true);
    }
}

/// <summary>The server's end of one connection, and what came over it.</summary>
internal sealed class SocketPeer(ServerConnection connection) : IMessageReceiver
{
    private readonly System.Threading.Channels.Channel<(byte[] Message, SafeFileHandle[] Files)> _messages =
        System.Threading.Channels.Channel.CreateUnbounded<(byte[], SafeFileHandle[])>();

    public ServerConnection Connection => connection;

    public TaskCompletionSource<string?> Closed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool AcceptsMessages { get; set; } = true;

    public void MessageReceived(ReadOnlyMemory<byte> message, SafeFileHandle[] files) =>
        _messages.Writer.TryWrite((message.ToArray(), files));

    public void ConnectionClosed(string? reason) => Closed.TrySetResult(reason);

    public async Task<(byte[] Message, SafeFileHandle[] Files)> NextAsync() => await _messages.Reader.ReadAsync();

    public bool HasNext => _messages.Reader.TryPeek(out _);
}
