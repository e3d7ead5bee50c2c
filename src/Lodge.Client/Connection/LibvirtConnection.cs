using Lodge.Client.Rpc;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Rpc;

namespace Lodge.Client;

/// <summary>A connection to a hypervisor: <c>lodged</c>, any libvirtd, or the one in memory.</summary>
/// <remarks>It may be used by many at once: calls share it and do not wait for each other.</remarks>
public sealed partial class LibvirtConnection : IAsyncDisposable, IDisposable
{
    private readonly IClientChannel _channel;

    internal LibvirtConnection(IClientChannel channel, string? uri, bool isReadOnly)
    {
        _channel = channel;
        Uri = uri ?? "";
        IsReadOnly = isReadOnly;
        channel.EventReceived = _events.Take;
    }

    /// <summary>
    /// Every procedure of libvirt's protocol by its own name, below this class: <c>Rpc.DomainGetInfoAsync(…)</c>.
    /// </summary>
    public IRpcInvoker Rpc => _channel;

    /// <summary>The name of the connection, as it was given or found.</summary>
    public string Uri { get; private set; }

    /// <summary>Whether only calls that change nothing are allowed.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the connection still works, as far as the client knows.</summary>
    public bool IsAlive => _channel.IsOpen;

    /// <summary>
    /// Whether nobody on the way can listen. (<c>virConnectIsEncrypted</c> is about the network alone.)
    /// </summary>
    public bool IsLocallySecure => _channel.IsSecure;

    /// <summary>Ends, with the reason, when the connection has ended; never on one in memory.</summary>
    public Task<Exception> Closed => _channel.Closed;

    /// <summary>Asks for the connection's name as the server knows it. (<c>virConnectGetURI</c>)</summary>
    /// <remarks>As in libvirt the client answers where it knows: the name it was opened by.</remarks>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetUriAsync(CancellationToken cancellationToken = default) => Uri.Length > 0
        ? Uri
        : (await Rpc.ConnectGetUriAsync(cancellationToken).ConfigureAwait(false)).Uri;

    /// <summary>
    /// Watches over the connection: pings when the server is silent, and ends it when it stays silent.
    /// (<c>virConnectSetKeepAlive</c>)
    /// </summary>
    /// <param name="interval">The silence before each ping.</param>
    /// <param name="count">How many pings may stay unanswered.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where the server knows no keepalive.</returns>
    /// <exception cref="VirException">The connection is gone.</exception>
    public async ValueTask<bool> SetKeepAliveAsync(
        TimeSpan interval, int count, CancellationToken cancellationToken = default)
    {
        if (!await SupportsAsync(DriverFeature.ProgramKeepAlive, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        _channel.KeepAlive(interval, count);
        return true;
    }

    /// <summary>Says goodbye to the server and ends the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_channel.IsOpen)
        {
            try
            {
                await Rpc.ConnectCloseAsync().ConfigureAwait(false);
            }
            catch (VirException)
            {
                // The server has gone first; there is nobody left to say goodbye to.
            }
        }

        Dispose();
    }

    /// <summary>Ends the connection without a word.</summary>
    public void Dispose()
    {
        _channel.Dispose();
        _events.Complete();
    }

    internal async ValueTask<bool> SupportsAsync(DriverFeature feature, CancellationToken cancellationToken)
    {
        try
        {
            return await SupportsFeatureAsync((int)feature, cancellationToken).ConfigureAwait(false);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            return false;
        }
    }
}
