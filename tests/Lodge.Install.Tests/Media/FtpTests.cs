using System.Security.Cryptography;
using Lodge.Install.Media;

namespace Lodge.Install.Tests.Media;

/// <summary>Trees on FTP servers.</summary>
public sealed class FtpTests : IAsyncLifetime
{
    private readonly MadeImages _made = new();
    private readonly string _kernel = string.Concat(Enumerable.Repeat("a kernel of some length\n", 20_000));
    private FtpServer _server = null!;

    public ValueTask InitializeAsync()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_kernel)));
        _made.Write("pub/tree/.treeinfo", $"""
            [general]
            family = Fedora
            version = 37
            arch = x86_64
            [checksums]
            images/vmlinuz = sha256:{hash}
            [images-x86_64]
            kernel = images/vmlinuz
            initrd = images/initrd.img
            """);
        _made.Write("pub/tree/images/vmlinuz", _kernel);
        _made.Write("pub/tree/images/initrd.img", "070701");
        _server = new FtpServer(_made.Folder);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _made.Dispose();
    }

    [Fact]
    public async Task A_tree_is_known_and_its_kernel_comes_whole()
    {
        await using var source = await OpenAsync("pub/tree");
        using var kernel = await FetchAsync(source);

        Assert.Equal(InstallSourceKind.Network, source.Kind);
        Assert.Equal(_kernel, await File.ReadAllTextAsync(kernel.KernelPath, TestContext.Current.CancellationToken));
        Assert.Equal("070701", await File.ReadAllTextAsync(kernel.InitrdPath, TestContext.Current.CancellationToken));
        Assert.Contains("USER anonymous", _server.Heard);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_goes_on_where_it_broke()
    {
        await using var source = await OpenAsync("pub/tree");
        _server.BreaksOffAfter = 100_000;
        using var kernel = await FetchAsync(source);

        Assert.Equal(_kernel, await File.ReadAllTextAsync(kernel.KernelPath, TestContext.Current.CancellationToken));
        Assert.Contains("REST 100000", _server.Heard);
    }

    [Fact]
    public async Task A_kernel_that_does_not_hash_to_what_the_tree_says_is_refused()
    {
        await using var source = await OpenAsync("pub/tree");
        _made.Write("pub/tree/images/vmlinuz", "another kernel");

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => FetchAsync(source));

        Assert.Contains("does not hash to", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_made.Folder));
    }

    [Fact]
    public async Task A_user_and_a_password_of_the_address_are_used()
    {
        var address = _server.Url.Replace("//", "//installer:p%40ss@", StringComparison.Ordinal);
        await using var source = await InstallSource.OpenAsync(
            $"{address}/pub/tree", new(), TestContext.Current.CancellationToken);
        Assert.Contains("USER installer", _server.Heard);
        Assert.Contains("PASS p@ss", _server.Heard);
    }

    [Fact]
    public async Task A_folder_without_a_tree_is_told_apart_from_a_server_without_the_folder()
    {
        Directory.CreateDirectory(Path.Combine(_made.Folder, "pub", "empty"));
        var empty = await Assert.ThrowsAsync<InstallSourceException>(() => OpenAsync("pub/empty"));
        Assert.DoesNotContain("mistyped", empty.Message, StringComparison.Ordinal);
        var none = await Assert.ThrowsAsync<InstallSourceException>(() => OpenAsync("pub/none"));
        Assert.Contains("maybe you mistyped?", none.Message, StringComparison.Ordinal);
    }

    private Task<InstallSource> OpenAsync(string path) =>
        InstallSource.OpenAsync($"{_server.Url}/{path}", new(), TestContext.Current.CancellationToken);

    private Task<FetchedKernel> FetchAsync(InstallSource source) =>
        source.FetchKernelAsync(_made.Folder, null, TestContext.Current.CancellationToken);
}
