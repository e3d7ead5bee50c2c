using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Folders;
using Lodge.Storage.Pools;
using Lodge.Storage.Tests.Pools;
using static Lodge.Protocol.Constants.VirStoragePoolBuildFlags;

namespace Lodge.Storage.Tests.Backends;

/// <summary>Pools of real block devices, as far as this kernel has them.</summary>
[Collection(nameof(DevicePoolTests))]
public sealed class DevicePoolTests : IDisposable
{
    private readonly PoolHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_system_is_made_mounted_and_unmounted()
    {
        using var disk = LoopDevice.Make("mkfs.ext4", "blkid", "mount");
        var pool = await DefineAsync(
            $"<pool type='fs'><name>f</name><source><device path='{disk.Path}'/><format type='ext4'/></source>"
            + $"<target><path>{_host.Folder["m"]}</path></target></pool>");
        await _host.Driver.BuildAsync(pool, VIR_STORAGE_POOL_BUILD_NO_OVERWRITE, Cancellation);
        await _host.Driver.StartAsync(pool, null, Cancellation);
        Assert.True(MountTable.Holds(disk.Path, _host.Folder["m"]));
        Assert.InRange(pool.Current.Usage.Capacity, 1UL, 64UL * 1024 * 1024);
        Assert.Equal(["lost+found"], pool.Current.Volumes.All.Select(volume => volume.Name));
        await _host.Driver.StopAsync(pool, Cancellation);
        Assert.False(MountTable.Holds(disk.Path, _host.Folder["m"]));
    }

    [Fact]
    public async Task What_is_on_a_device_is_not_written_over_unasked()
    {
        using var disk = LoopDevice.Make("mkfs.ext4", "blkid", "mount");
        Assert.True(LoopDevice.Run("mkfs.ext4", "-q", "-F", disk.Path).IsSuccess);
        var same = await RefusedBuildAsync(
            $"<pool type='fs'><name>f</name><source><device path='{disk.Path}'/><format type='ext4'/></source>"
            + $"<target><path>{_host.Folder["m"]}</path></target></pool>");
        Assert.Equal(VirErrorNumber.VIR_ERR_STORAGE_POOL_BUILT, same.Code);
        Assert.Contains($"Device '{disk.Path}' already formatted using 'ext4'", same.Message, StringComparison.Ordinal);
        var other = await RefusedBuildAsync(
            $"<pool type='disk'><name>d</name><source><device path='{disk.Path}'/><format type='gpt'/></source>"
            + "<target><path>/dev</path></target></pool>");
        Assert.Contains("does not match the expected format 'gpt'", other.Message, StringComparison.Ordinal);
        Assert.Contains(
            "TYPE=ext4", LoopDevice.Run("blkid", "-p", "-o", "export", disk.Path).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dos")]
    [InlineData("gpt")]
    public async Task A_disk_gets_a_table_and_partitions_and_loses_them_again(string format)
    {
        using var disk = LoopDevice.Make("parted", "blkid");
        var pool = await DefineAsync(
            $"<pool type='disk'><name>d</name><source><device path='{disk.Path}'/><format type='{format}'/></source>"
            + "<target><path>/dev</path></target></pool>");
        await _host.Driver.StartAsync(pool, VIR_STORAGE_POOL_BUILD_NEW, Cancellation);
        Assert.NotEmpty(pool.Current.Definition.Source.Devices[0].FreeExtents);
        var name = Path.GetFileName(disk.Path) + "p1";
        var wrong = await PoolHost.RefusedAsync(CreateAsync(pool, "nonsense"));
        Assert.Equal($"invalid argument: invalid partition name 'nonsense', expected '{name}'", wrong.Message);
        await CreateAsync(pool, name);
        var volume = pool.Current.Volumes.FindName(name)!.Definition;
        Assert.Equal((8UL * 1024 * 1024, disk.Path + "p1"), (volume.Capacity, volume.Path));
        Assert.Equal(volume.Extents[0].Extent.End - volume.Extents[0].Extent.Start, volume.Capacity);
        await _host.Driver.Backend(StoragePoolType.Disk).Volumes.DeleteAsync(
            pool.Current, volume, VirStorageVolDeleteFlags.VIR_STORAGE_VOL_DELETE_NORMAL, Cancellation);
        await _host.Driver.RefreshAsync(pool, Cancellation);
        Assert.Equal(0, pool.Current.Volumes.Count);
        await _host.Driver.StopAsync(pool, Cancellation);
        await _host.Driver.DeleteAsync(pool, default, Cancellation);
        Assert.DoesNotContain(
            "PTTYPE", LoopDevice.Run("blkid", "-p", "-o", "export", disk.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_without_a_table_does_not_start()
    {
        using var disk = LoopDevice.Make("parted", "blkid");
        var pool = await DefineAsync(
            $"<pool type='disk'><name>d</name><source><device path='{disk.Path}'/></source>"
            + "<target><path>/dev</path></target></pool>");
        var refused = await PoolHost.RefusedAsync(_host.Driver.StartAsync(pool, null, Cancellation));
        Assert.Equal(VirErrorNumber.VIR_ERR_STORAGE_PROBE_FAILED, refused.Code);
        Assert.Contains("is unrecognized, requires build", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_volume_group_is_made_found_and_removed()
    {
        using var disk = LoopDevice.Make("vgcreate", "pvs", "blkid");
        var pool = await DefineAsync(
            $"<pool type='logical'><name>lodge_test</name><source><device path='{disk.Path}'/></source></pool>");
        await _host.Driver.BuildAsync(pool, default, Cancellation);
        Assert.Contains(
            $"<device path='{disk.Path}'/>\n    <name>lodge_test</name>",
            await _host.Driver.FindSourcesAsync("logical", null, Cancellation),
            StringComparison.Ordinal);
        await _host.Driver.DeleteAsync(pool, default, Cancellation);
        Assert.DoesNotContain(
            "lodge_test", await _host.Driver.FindSourcesAsync("logical", null, Cancellation), StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private async Task<StoragePool> DefineAsync(string xml) => await _host.Driver.DefineAsync(xml, Cancellation);

    private ValueTask<StorageVolume> CreateAsync(StoragePool pool, string name) => _host.Driver.CreateVolumeAsync(
        pool, $"<volume><name>{name}</name><capacity unit='MiB'>8</capacity></volume>", default, Cancellation);

    private async Task<VirException> RefusedBuildAsync(string xml)
    {
        var pool = await DefineAsync(xml);
        var refused = await PoolHost.RefusedAsync(
            _host.Driver.BuildAsync(pool, VIR_STORAGE_POOL_BUILD_NO_OVERWRITE, Cancellation));
        await _host.Driver.UndefineAsync(pool, Cancellation);
        return refused;
    }
}
