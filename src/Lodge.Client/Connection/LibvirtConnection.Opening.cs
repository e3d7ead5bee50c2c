using Lodge.Client.Rpc;
using Lodge.Client.Test;
using Lodge.Client.Uri;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Transport;

namespace Lodge.Client;

/// <content>Opening: from a name to a server that answers.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Opens a connection. (<c>virConnectOpen</c>, <c>virConnectOpenReadOnly</c>)</summary>
    /// <param name="uri">
    /// The name: <c>qemu:///system</c>, <c>qemu:///session</c>, <c>qemu+unix:///system?socket=PATH</c>,
    /// <c>qemu+ssh://HOST/system</c>, <c>test:///default</c>. Null or empty for what LIBVIRT_DEFAULT_URI or the
    /// client's
    /// configuration says, or else for what the server on this host takes itself for.
    /// </param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The name is wrong, nobody answers, or who answers refuses.</exception>
    public static async ValueTask<LibvirtConnection> OpenAsync(
        string? uri = null, ConnectionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ConnectionOptions();
        var name = ConnectionName.Resolve(uri, options);
        if (name is null)
        {
            return await OpenAsync(ServerAddress.Local, "", null, options, cancellationToken).ConfigureAwait(false);
        }

        var parsed = ConnectionUri.Parse(name);
        ConnectionName.RefuseMissingSlash(name, parsed);
        if (parsed.Scheme == "test" && parsed.Server is null)
        {
            return new LibvirtConnection(
                new TestChannel(TestHypervisorOf(parsed), options.ReadOnly), name, options.ReadOnly);
        }

        var address = ServerAddress.Of(parsed, options);
        return await OpenAsync(address, address.ServerName, name, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a connection over a transport that is connected to a server.</summary>
    /// <param name="transport">The transport; the connection closes it.</param>
    /// <param name="serverName">What the server is asked to open, as <c>qemu:///system</c>; empty for what it takes
    /// itself for.</param>
    /// <param name="options">How to open it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refuses.</exception>
    public static async ValueTask<LibvirtConnection> OpenAsync(
        ClientTransport transport,
        string serverName,
        ConnectionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new ConnectionOptions();
        var channel = new RpcChannel(transport);
        if (!options.ReadsInline)
        {
            channel.ReadInBackground();
        }

        var connection = new LibvirtConnection(channel, serverName, options.ReadOnly);
        try
        {
            await Authentication.RunAsync(channel, cancellationToken).ConfigureAwait(false);
            await channel.ConnectOpenAsync(
                new() { Name = serverName, Flags = options.ReadOnly ? 1u : 0 }, cancellationToken)
                    .ConfigureAwait(false);
            if (serverName.Length == 0)
            {
                connection.Uri = (await channel.ConnectGetUriAsync(cancellationToken).ConfigureAwait(false)).Uri;
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static TestHypervisor TestHypervisorOf(ConnectionUri uri) => uri.Path switch
    {
        "/default" => TestHypervisor.CreateDefault(),
        "" or "/" => throw new VirException(
            VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_TEST,
            "testOpen: supply a path or use test:///default"),
        var path => TestHypervisor.CreateFrom(path),
    };

    private static async ValueTask<LibvirtConnection> OpenAsync(
        ServerAddress address,
        string serverName,
        string? name,
        ConnectionOptions options,
        CancellationToken cancellationToken)
    {
        var transport = await address.ConnectAsync(options, cancellationToken).ConfigureAwait(false);
        var connection = await OpenAsync(transport, serverName, options, cancellationToken).ConfigureAwait(false);
        connection.Uri = name ?? connection.Uri;
        return connection;
    }
}
