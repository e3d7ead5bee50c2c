using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Lodge.Install.Unattended.Serving;

/// <summary>
/// Serves one file once over HTTP, under a path that cannot be guessed, to one network; then it stops.
/// </summary>
/// <remarks>
/// It listens on the address of the guest's own network alone, answers <c>GET</c> and <c>HEAD</c>, and reads no more of
/// a request than its head, for no longer than <see cref="PatienceForRequest"/>. Source: RFC 9112.
/// </remarks>
public sealed class KickstartServer : IAsyncDisposable
{
    /// <summary>Most bytes of a file that is served.</summary>
    public const int SizeLimit = 4 * 1024 * 1024;

    /// <summary>How long a client may take to ask and to take its answer.</summary>
    public static readonly TimeSpan PatienceForRequest = TimeSpan.FromSeconds(30);

    private const int ClientLimit = 16;

    private readonly Socket _listener;
    private readonly OneFileAnswer _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _clients = new(ClientLimit);
    private readonly Task _accepting;

    private KickstartServer(Socket listener, IPAddress seenAs, string path, SeedFile file)
    {
        _listener = listener;
        _answer = new OneFileAnswer(path, file.Content);
        var address = (IPEndPoint)listener.LocalEndPoint!;
        Url = new Uri($"http://{new IPEndPoint(seenAs, address.Port)}{path}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where the file is to be had.</summary>
    public Uri Url { get; }

    /// <summary>Done once the file has been taken whole.</summary>
    public Task Served => _served.Task;

    /// <summary>Begins to serve.</summary>
    /// <param name="address">The address of the bridge of the guest's network.</param>
    /// <param name="file">What is served.</param>
    /// <param name="seenAs">The address under which the guest sees that one, where it is another.</param>
    /// <exception cref="ArgumentException">The file is larger than <see cref="SizeLimit"/>.</exception>
    /// <exception cref="SocketException">The host has no such address.</exception>
    public static KickstartServer Start(IPAddress address, SeedFile file, IPAddress? seenAs = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Content.Length > SizeLimit)
            throw new ArgumentException($"'{file.Name}' has {file.Content.Length} bytes; {SizeLimit} can be served");
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, 0));
            listener.Listen(ClientLimit);
            var secret = RandomNumberGenerator.GetHexString(32, lowercase: true);
            var path = $"/{secret}/{Uri.EscapeDataString(file.Name)}";
            return new KickstartServer(listener, seenAs ?? address, path, file);
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>Stops, whether the file was taken or not.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _served.TrySetCanceled();

        // All places are free again once the last client is gone.
        for (var left = 0; left < ClientLimit; left++) await _clients.WaitAsync();
        _stop.Dispose();
        _clients.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_served.Task.IsCompleted)
            {
                await _clients.WaitAsync(_stop.Token);
                Socket client;
                try
                {
                    client = await _listener.AcceptAsync(_stop.Token);
                }
                catch
                {
                    _clients.Release();
                    throw;
                }

                _ = AnswerAsync(client);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The file was taken, or nobody wants it to be any more.
        }
        finally
        {
            _listener.Dispose();
        }
    }

    private async Task AnswerAsync(Socket client)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            patience.CancelAfter(PatienceForRequest);
            await using var stream = new NetworkStream(client, ownsSocket: true);
            if (await _answer.SendAsync(stream, patience.Token))
            {
                _served.TrySetResult();
                _listener.Dispose();
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
            // A client that goes away or dawdles is none; the next one may be the installer.
        }
        finally
        {
            _clients.Release();
        }
    }
}
