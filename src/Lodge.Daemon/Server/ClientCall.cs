using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Server;

/// <summary>One call of a client, while it is served. Not to be kept after the call returned: it is used
/// again.</summary>
internal sealed class ClientCall
{
    private static readonly SafeFileHandle[] NoFiles = [];

    private SafeFileHandle?[] _received = NoFiles;
    private List<SafeFileHandle>? _replyFiles;

    /// <summary>The client that calls.</summary>
    public ClientSession Client { get; private set; } = null!;

    /// <summary>What it calls.</summary>
    public ProcedureFacts Procedure { get; private set; } = null!;

    /// <summary>Whether the client only looks: it came by the read-only socket, or opened its connection so.</summary>
    public bool IsReadOnly => Client.IsReadOnly;

    /// <summary>Cancelled when the client is gone.</summary>
    public CancellationToken CancellationToken => Client.Closed;

    /// <summary>How many descriptors came with the call.</summary>
    public int ReceivedFileCount => _received.Length;

    /// <summary>The stream the call opened, if any.</summary>
    internal ServerStream? Stream { get; private set; }

    internal StreamKey Key { get; private set; }

    internal IReadOnlyList<SafeFileHandle>? ReplyFiles => _replyFiles;

    /// <summary>Refuses a client that only looks; for calls where the arguments tell whether they do more.</summary>
    /// <exception cref="VirException">The client only looks (VIR_ERR_OPERATION_DENIED).</exception>
    public void DenyReadOnly()
    {
        if (IsReadOnly)
        {
            throw Procedure.DeniedReadOnly();
        }
    }

    /// <summary>Takes over a descriptor that came with the call; those not taken are closed when it ends.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <exception cref="VirException">The client sent fewer (VIR_ERR_INTERNAL_ERROR, as libvirtd says it).</exception>
    public SafeFileHandle TakeFile(int index)
    {
        if ((uint)index >= (uint)_received.Length || _received[index] is not { } file)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_RPC,
                $"No FD available at slot {index}");
        }

        _received[index] = null;
        return file;
    }

    /// <summary>Sends a descriptor with the reply.</summary>
    /// <param name="file">The descriptor; the connection owns it from now on.</param>
    public void AddReplyFile(SafeFileHandle file) => (_replyFiles ??= []).Add(file);

    /// <summary>Opens the stream that belongs to this call's procedure, in the procedure's direction; it carries data
    /// once the call has
    /// returned without error.</summary>
    /// <param name="allowsHoles">Whether the client asked for holes.</param>
    public ServerStream OpenStream(bool allowsHoles = false)
    {
        Stream = new ServerStream(Client, Key, Procedure.Stream, allowsHoles);
        Client.AddStream(Stream);
        return Stream;
    }

    internal void Begin(ClientSession client, ProcedureFacts procedure, in StreamKey key, SafeFileHandle[] received)
    {
        Client = client;
        Procedure = procedure;
        Key = key;
        _received = received.Length == 0 ? NoFiles : [.. received];
    }

    internal void End()
    {
        foreach (var file in _received)
        {
            file?.Dispose();
        }

        _received = NoFiles;
        _replyFiles = null;
        Stream = null;
        Client = null!;
    }
}
