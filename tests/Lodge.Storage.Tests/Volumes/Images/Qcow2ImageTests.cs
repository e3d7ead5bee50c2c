using Lodge.Protocol.Errors;
using Xunit;

namespace Lodge.Storage.Tests.Volumes.Images;

/// <summary>Empty images of our own, judged by <c>qemu-img</c>.</summary>
public sealed class Qcow2ImageTests : IAsyncLifetime
{
    private FolderPoolBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await FolderPoolBench.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("1", "", "compat: 0.10", 65536)]
    [InlineData("1000001", "", "compat: 0.10", 65536)]
    [InlineData("10737418240", "<compat>1.1</compat>", "compat: 1.1", 65536)]
    [InlineData("1099511627776", "<compat>1.1</compat>", "lazy refcounts: false", 65536)]
    [InlineData("1125899906842624", "<compat>1.1</compat>", "compat: 1.1", 65536)]
    [InlineData("1048576", "<clusterSize>512</clusterSize>", "compat: 0.10", 512)]
    [InlineData("68719476736", "<clusterSize>512</clusterSize>", "compat: 0.10", 512)]
    [InlineData("1073741824", "<clusterSize unit='MiB'>2</clusterSize>", "compat: 0.10", 2097152)]
    [InlineData("1048576", "<features><lazy_refcounts/></features>", "lazy refcounts: true", 65536)]
    [InlineData("1048576", "<features><extended_l2/></features>", "extended l2: true", 65536)]
    public async Task An_empty_image_is_whole_in_the_eyes_of_QEMU(
        string size, string target, string words, ulong cluster)
    {
        var made = await _bench.CreateAsync("v", size, "qcow2", $"<target>{target}</target>");

        var rounded = (ulong.Parse(size, System.Globalization.CultureInfo.InvariantCulture) + 1023) / 1024 * 1024;
        Assert.Equal(rounded, made.Capacity);
        var check = QemuImg.Run("check", "-f", "qcow2", _bench["v"]);
        Assert.Contains("No errors were found", check, StringComparison.Ordinal);
        var info = QemuImg.Run("info", "-f", "qcow2", _bench["v"]);
        Assert.Contains(words, info, StringComparison.Ordinal);
        Assert.Contains($"cluster_size: {cluster}", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_image_takes_what_is_written_to_it()
    {
        await _bench.CreateAsync("v", "3000320", "qcow2");
        var content = new byte[3000320];
        new Random(1).NextBytes(content);
        await File.WriteAllBytesAsync(_bench.Folder["content"], content);

        QemuImg.Run("convert", "-n", "-f", "raw", "-O", "qcow2", _bench.Folder["content"], _bench["v"]);

        QemuImg.Run("compare", "-f", "raw", "-F", "qcow2", _bench.Folder["content"], _bench["v"]);
        QemuImg.Run("check", "-f", "qcow2", _bench["v"]);
    }

    [Theory]
    [InlineData("<clusterSize>1000</clusterSize>")]
    [InlineData("<compat>0.10</compat><features><lazy_refcounts/></features>")]
    [InlineData("<compat>7.7</compat>")]
    public async Task An_image_that_cannot_be_leaves_nothing(string target)
    {
        await Assert.ThrowsAsync<VirException>(
            () => _bench.CreateAsync("v", format: "qcow2", more: $"<target>{target}</target>"));

        Assert.False(File.Exists(_bench["v"]));
    }
}
