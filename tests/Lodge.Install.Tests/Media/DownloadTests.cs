using System.Security.Cryptography;
using System.Text;
using Lodge.Install.Media;

namespace Lodge.Install.Tests.Media;

/// <summary>Trees on servers that break off, stall and lie.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Kernel = RandomNumberGenerator.GetBytes(300_000);
    private static readonly byte[] Initrd = "070701"u8.ToArray();
    private readonly MadeImages _made = new();

    private static InstallSourceOptions Options => new() { Patience = TimeSpan.FromSeconds(5) };

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task A_kernel_that_breaks_off_is_taken_up_where_it_broke()
    {
        await using var server = new FlakyServer(async (path, range, stream, _) =>
        {
            if (path == ".treeinfo") await FlakyServer.SendAsync(stream, TreeInfo());
            else if (range is not null) await SendFromAsync(range, stream);
            else if (path == "vmlinuz") await BreakOffAsync(stream);
            else await FlakyServer.SendAsync(stream, Initrd);
        });
        var heard = new Heard();

        using var kernel = await FetchAsync(server, heard);

        Assert.Equal(Kernel, await File.ReadAllBytesAsync(kernel.KernelPath, TestContext.Current.CancellationToken));
        Assert.Contains(server.Asked, words => words.StartsWith("GET vmlinuz bytes=", StringComparison.Ordinal));
        Assert.Contains(heard.Words, word => word is { FileName: "vmlinuz", Done: 300_000, Total: 300_000 });
    }

    [Fact]
    public async Task A_kernel_that_is_another_by_then_is_fetched_anew()
    {
        var times = 0;
        await using var server = new FlakyServer(async (path, _, stream, _) =>
        {
            if (path == ".treeinfo") await FlakyServer.SendAsync(stream, TreeInfo());
            else if (path == "vmlinuz" && times++ == 0) await BreakOffAsync(stream);
            else await FlakyServer.SendAsync(stream, path == "vmlinuz" ? Kernel : Initrd);
        });

        using var kernel = await FetchAsync(server);

        Assert.Equal(Kernel, await File.ReadAllBytesAsync(kernel.KernelPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_stalls_is_given_up_and_leaves_nothing()
    {
        await using var server = new FlakyServer(async (path, _, stream, stop) =>
        {
            if (path == ".treeinfo") await FlakyServer.SendAsync(stream, TreeInfo());
            else if (path != "vmlinuz") await FlakyServer.SendAsync(stream, [], status: "404 Not Found");
            else await new TaskCompletionSource().Task.WaitAsync(stop);
        });

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => FetchAsync(server));

        Assert.Contains("Couldn't acquire file vmlinuz", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_made.Folder));
    }

    [Fact]
    public async Task A_server_that_promises_more_than_any_kernel_has_is_refused_before_it_sends()
    {
        await using var server = new FlakyServer(async (path, _, stream, stop) =>
        {
            if (path == ".treeinfo") await FlakyServer.SendAsync(stream, TreeInfo());
            else
            {
                await stream.WriteAsync(
                    "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n"u8.ToArray(), stop);
            }
        });

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => FetchAsync(server));

        Assert.Contains("99999999999999 bytes", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_made.Folder));
    }

    [Fact]
    public async Task A_kernel_that_does_not_hash_to_what_the_tree_says_is_refused()
    {
        await using var server = new FlakyServer((path, _, stream, _) =>
            FlakyServer.SendAsync(stream, path == ".treeinfo" ? TreeInfo() : [.. Kernel, 0]));

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => FetchAsync(server));

        Assert.Contains("'vmlinuz' is not what the tree's .treeinfo says", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_made.Folder));
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = new FlakyServer(async (path, _, stream, stop) =>
        {
            if (path == ".treeinfo")
            {
                await FlakyServer.SendAsync(stream, TreeInfo());
                return;
            }

            await cancelled.CancelAsync();
            await new TaskCompletionSource().Task.WaitAsync(stop);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => FetchAsync(server, cancellation: cancelled.Token));
        Assert.Empty(Directory.EnumerateFiles(_made.Folder));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_a_hint()
    {
        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => InstallSource.OpenAsync(
            "http://127.0.0.1:9/tree", Options, TestContext.Current.CancellationToken));

        Assert.StartsWith(
            "Could not find an installable distribution at URL 'http://127.0.0.1:9/tree': The URL could not",
            refusal.Message,
            StringComparison.Ordinal);
    }

    private static byte[] TreeInfo() => Encoding.UTF8.GetBytes($"""
        [general]
        family = Lodge
        arch = x86_64
        [images-x86_64]
        kernel = vmlinuz
        initrd = initrd.img
        [checksums]
        vmlinuz = sha256:{Convert.ToHexStringLower(SHA256.HashData(Kernel))}
        """);

    private static async Task BreakOffAsync(Stream stream)
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 300000\r\nETag: \"one\"\r\n\r\n"u8.ToArray());
        await stream.WriteAsync(Kernel.AsMemory(0, 100_000));
    }

    private static Task SendFromAsync(string range, System.Net.Sockets.NetworkStream stream)
    {
        var start = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
        return FlakyServer.SendAsync(
            stream, Kernel[start..], $"Content-Range: bytes {start}-299999/300000\r\n", "206 Partial Content");
    }

    private async Task<FetchedKernel> FetchAsync(
        FlakyServer server, IProgress<Transfer>? progress = null, CancellationToken cancellation = default)
    {
        await using var source = await InstallSource.OpenAsync(
            server.Url, Options, TestContext.Current.CancellationToken);
        return await source.FetchKernelAsync(_made.Folder, progress, cancellation);
    }

    private sealed class Heard : IProgress<Transfer>
    {
        public List<Transfer> Words { get; } = [];

        public void Report(Transfer value) => Words.Add(value);
    }
}
