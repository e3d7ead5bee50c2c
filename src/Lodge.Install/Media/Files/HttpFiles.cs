using System.Net;
using System.Net.Http.Headers;

namespace Lodge.Install.Media.Files;

/// <summary>A tree on a web server (RFC 9110). What breaks off is taken up again by a range.</summary>
internal sealed class HttpFiles : IInstallFiles
{
    private readonly Uri _root;
    private readonly TimeSpan _patience;
    private readonly HttpClient _client;

    public HttpFiles(Uri location, TimeSpan patience)
    {
        _root = location.AbsolutePath.EndsWith('/') ? location : new UriBuilder(location)
        {
            Path = location.AbsolutePath + '/',
        }.Uri;
        _patience = patience;
        // Sizes are those of what lies there: nothing is to be unpacked on the way.
        _client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = patience,
            MaxResponseHeadersLength = 64,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("lodge", null));
        if (location.UserInfo.Length > 0)
        {
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Uri.UnescapeDataString(location.UserInfo))));
        }
    }

    public bool IsMedium => false;

    public async ValueTask<bool> HasAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var head = await SendAsync(HttpMethod.Head, path, null, cancellation);
            if (head.StatusCode is not (HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented))
                return head.IsSuccessStatusCode;
            using var first = await SendAsync(HttpMethod.Get, path, new RangeHeaderValue(0, 0), cancellation);
            return first.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public ValueTask<bool> AnswersAsync(CancellationToken cancellation) => HasAsync("", cancellation);

    public async ValueTask<OpenedFile> OpenAsync(
        string path, long offset, string? identity, CancellationToken cancellation)
    {
        var response = await SendAsync(
            HttpMethod.Get, path, offset > 0 ? new RangeHeaderValue(offset, null) : null, cancellation, identity);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                throw new IOException(
                    $"{(int)response.StatusCode} {response.ReasonPhrase} for url: {Address(path)}");
            }

            var isPart = response.StatusCode == HttpStatusCode.PartialContent;
            var range = response.Content.Headers.ContentRange;
            if (isPart && range?.From is { } from && from != offset)
                throw new IOException($"the server sent byte {from} on, not {offset}");
            var stream = await response.Content.ReadAsStreamAsync(cancellation);
            return new OpenedFile(
                stream,
                isPart ? offset : 0,
                isPart ? range?.Length : response.Content.Headers.ContentLength,
                response)
            {
                Identity = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString()
                    : response.Content.Headers.LastModified?.ToString("r"),
                IsResumable = true,
            };
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return default;
    }

    private Uri Address(string path) =>
        path.Length == 0 ? _root : new Uri(_root, string.Join('/',
            InstallPath.Checked(path).Split('/').Select(Uri.EscapeDataString)));

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        RangeHeaderValue? range,
        CancellationToken cancellation,
        string? identity = null)
    {
        using var request = new HttpRequestMessage(method, Address(path));
        request.Headers.Range = range;
        // A file that is another by now comes whole, not as a part that fits nowhere.
        if (range is not null && identity is not null) request.Headers.TryAddWithoutValidation("If-Range", identity);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException($"{_root.Host} did not answer in {_patience.TotalSeconds:0} seconds", e);
        }
    }
}
