using System.Security.Cryptography;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Xunit;

namespace Lodge.Storage.Tests.Volumes;

public sealed class ChangeVolumeTests : IAsyncLifetime
{
    private FolderPoolBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await FolderPoolBench.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("raw", "raw")]
    [InlineData("raw", "qcow2")]
    [InlineData("qcow2", "raw")]
    public async Task A_clone_has_the_same_content(string from, string to)
    {
        await _bench.CreateAsync("from", "3000000", from);
        var content = RandomNumberGenerator.GetBytes(100_000);
        await File.WriteAllBytesAsync(_bench.Folder["content"], content);
        QemuImg.Run("convert", "-n", "-f", "raw", "-O", from, Padded(content, 3000320), _bench["from"]);

        var clone = await _bench.CloneAsync("from", "to", to);

        Assert.True(clone.Capacity >= 3000000);
        QemuImg.Run("compare", "-f", from, "-F", to, _bench["from"], _bench["to"]);
    }

    [Fact]
    public async Task A_clone_keeps_holes_where_it_may_be_sparse()
    {
        await _bench.CreateAsync("from", "16777216", more: "<allocation>0</allocation>");
        await using (var file = new FileStream(_bench["from"], FileMode.Open))
        {
            file.Position = 8_000_000;
            file.WriteByte(7);
        }

        var clone = await _bench.CloneAsync("from", "to", more: "<allocation>0</allocation>");

        Assert.True(clone.Allocation < 1_000_000, $"{clone.Allocation} bytes are occupied");
        Assert.Equal(await File.ReadAllBytesAsync(_bench["from"]), await File.ReadAllBytesAsync(_bench["to"]));
    }

    [Fact]
    public async Task Blocks_are_shared_only_where_the_file_system_can()
    {
        await _bench.CreateAsync("from");

        var failure = await Record.ExceptionAsync(() => _bench.CloneAsync(
            "from", "to", flags: VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_REFLINK));

        Assert.Equal(failure is null, File.Exists(_bench["to"]));
        Assert.StartsWith("failed to clone files from", failure?.Message ?? "failed to clone files from");
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("qcow2")]
    public async Task A_volume_grows_and_shrinks_as_asked(string format)
    {
        await _bench.CreateAsync("v", "1048576", format, "<allocation>0</allocation>");

        await _bench.ResizeAsync("v", 4194304);
        Assert.Equal(4194304UL, (await _bench.LookAsync("v")).Capacity);
        await _bench.ResizeAsync("v", 1048576, VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_DELTA);
        Assert.Equal(5242880UL, (await _bench.LookAsync("v")).Capacity);
        await _bench.ResizeAsync("v", 2097152, VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_SHRINK);
        Assert.Equal(2097152UL, (await _bench.LookAsync("v")).Capacity);
    }

    [Fact]
    public async Task A_volume_that_grows_with_its_space_occupies_it()
    {
        await _bench.CreateAsync("v", more: "<allocation>0</allocation>");

        await _bench.ResizeAsync("v", 2097152, VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_ALLOCATE);

        Assert.Equal(2097152UL, (await _bench.LookAsync("v")).Capacity);
        Assert.True((await _bench.LookAsync("v")).Allocation >= 1048576);
    }

    [Theory]
    [InlineData("raw", "<allocation>0</allocation>", 524288, 0, "explicitly specified")]
    [InlineData("raw", "", 524288, 4, "below existing allocation")]
    [InlineData("qcow2", "", 2097152, 1, "preallocate is only supported for raw type volume")]
    [InlineData("raw", "", long.MaxValue, 1, "Not enough space left in storage pool")]
    public async Task A_size_that_cannot_be_is_refused_and_changes_nothing(
        string format, string more, long size, uint flags, string text)
    {
        await _bench.CreateAsync("v", "1048576", format, more);

        var refusal = await Assert.ThrowsAsync<VirException>(
            () => _bench.ResizeAsync("v", (ulong)size, (VirStorageVolResizeFlags)flags));

        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1048576UL, (await _bench.LookAsync("v")).Capacity);
    }

    [Theory]
    [InlineData(VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_ZERO)]
    [InlineData(VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_NNSA)]
    [InlineData(VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_BSI)]
    [InlineData(VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_GUTMANN)]
    [InlineData(VirStorageVolWipeAlgorithm.VIR_STORAGE_VOL_WIPE_ALG_RANDOM)]
    public async Task A_wiped_volume_has_nothing_of_what_it_had(VirStorageVolWipeAlgorithm algorithm)
    {
        await _bench.CreateAsync("v", "100000");
        await File.WriteAllBytesAsync(_bench["v"], [.. Enumerable.Repeat((byte)'x', 100_000)]);

        await _bench.WipeAsync("v", algorithm);

        var left = await File.ReadAllBytesAsync(_bench["v"]);
        Assert.Equal(100_000, left.Length);
        Assert.DoesNotContain("xxxxxxxx", System.Text.Encoding.Latin1.GetString(left), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wiped_sparse_volume_takes_no_space()
    {
        await _bench.CreateAsync("v", "10000000", more: "<allocation>0</allocation>");

        await _bench.WipeAsync("v");

        var wiped = await _bench.LookAsync("v");
        Assert.Equal((10000000UL, 0UL), (wiped.Capacity, wiped.Allocation));
    }

    [Fact]
    public async Task A_wiped_image_is_raw()
    {
        await _bench.CreateAsync("v", format: "qcow2");

        await _bench.WipeAsync("v");

        Assert.Equal(StorageFormat.Raw, _bench.Pool.Current.Volumes.FindName("v")!.Definition.Target.ImageFormat);
    }

    [Theory]
    [InlineData(9, VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)]
    [InlineData(99, VirErrorNumber.VIR_ERR_INVALID_ARG)]
    public async Task A_way_of_wiping_that_is_none_is_refused(int algorithm, VirErrorNumber code)
    {
        await _bench.CreateAsync("v");

        var refusal = await Assert.ThrowsAsync<VirException>(
            () => _bench.WipeAsync("v", (VirStorageVolWipeAlgorithm)algorithm));

        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task A_deleted_volume_is_gone_and_so_is_one_that_was_gone_before()
    {
        await _bench.CreateAsync("one");
        await _bench.CreateAsync("two");
        File.Delete(_bench["two"]);

        await _bench.DeleteAsync("one", VirStorageVolDeleteFlags.VIR_STORAGE_VOL_DELETE_ZEROED);
        await _bench.DeleteAsync("two");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_bench.Folder["pool"]));
        Assert.Equal(0, _bench.Pool.Current.Volumes.Count);
    }

    [Fact]
    public async Task The_pool_knows_what_its_volumes_occupy()
    {
        var before = _bench.Pool.Current.Usage;
        await _bench.CreateAsync("v");

        Assert.Equal(before.Allocation + 1048576, _bench.Pool.Current.Usage.Allocation);
        await _bench.DeleteAsync("v");
        Assert.Equal(before, _bench.Pool.Current.Usage);
    }

    [Fact]
    public async Task A_volume_that_a_guest_uses_is_left_alone()
    {
        await _bench.CreateAsync("v", more: "<allocation>0</allocation>");
        _bench.UsedPath = _bench["v"];

        foreach (var change in (Func<Task>[])[
            () => _bench.DeleteAsync("v"),
            () => _bench.WipeAsync("v"),
            () => _bench.ResizeAsync("v", 0, VirStorageVolResizeFlags.VIR_STORAGE_VOL_RESIZE_SHRINK),
            async () => (await _bench.Driver.BeginUploadAsync(_bench.Pool, "v", CancellationToken.None)).Dispose()])
        {
            var refusal = await Assert.ThrowsAsync<VirException>(change);
            Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refusal.Code);
        }

        await _bench.ResizeAsync("v", 2097152);
        Assert.Equal(0, _bench.Pool.Current.LongWorks);
    }

    [Fact]
    public async Task A_volume_that_is_read_is_neither_changed_nor_its_pool_stopped()
    {
        await _bench.CreateAsync("v");
        using (await _bench.Driver.BeginDownloadAsync(_bench.Pool, "v", CancellationToken.None))
        {
            var used = await Assert.ThrowsAsync<VirException>(() => _bench.DeleteAsync("v"));
            var busy = await Assert.ThrowsAsync<VirException>(
                () => _bench.Driver.StopAsync(_bench.Pool, CancellationToken.None).AsTask());
            Assert.Equal("Requested operation is not valid: volume 'v' is still in use.", used.Message);
            Assert.Equal("internal error: pool 'p' has asynchronous jobs running.", busy.Message);
        }

        await _bench.DeleteAsync("v");
    }

    [Fact]
    public async Task A_volume_is_found_by_name_key_and_path()
    {
        await _bench.CreateAsync("v");

        Assert.Equal("v", _bench.Driver.FindVolume("p", "v").Volume.Name);
        Assert.Equal("v", _bench.Driver.FindVolumeByKey(_bench["v"]).Volume.Name);
        Assert.Equal("v", _bench.Driver.FindVolumeByPath(_bench.Folder["pool"] + "//v").Volume.Name);
        var missing = Assert.Throws<VirException>(() => _bench.Driver.FindVolumeByPath("/nowhere//x"));
        Assert.Equal(
            "Storage volume not found: no storage vol with matching path '/nowhere//x' (/nowhere/x)", missing.Message);
    }

    private string Padded(byte[] content, int length)
    {
        var path = _bench.Folder["padded"];
        Array.Resize(ref content, length);
        File.WriteAllBytes(path, content);
        return path;
    }
}
