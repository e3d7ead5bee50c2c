using Lodge.Model.Storage;
using Lodge.Storage.Tests.Volumes;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Tests.Pools;

/// <summary>A look at a pool, however long, holds up nobody; and it leads to nothing outside.</summary>
public sealed class LookingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_a_pool_is_looked_at_it_is_read_as_it_was_and_others_change()
    {
        using var reader = new HeldReader();
        using var host = new PoolHost(options: new() { VolumeReader = reader });
        var pool = await host.StartedAsync("slow");
        await File.WriteAllTextAsync(Path.Combine(host.Folder["slow"], "one"), "1", Cancellation);
        await host.Driver.RefreshAsync(pool, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(host.Folder["slow"], "two"), "2", Cancellation);
        reader.Hold();
        var look = Task.Run(() => host.Driver.RefreshAsync(pool, Cancellation).AsTask(), Cancellation);
        await reader.Reached.WaitAsync(Cancellation);

        Assert.True(pool.Current.IsActive);
        Assert.Equal(["one"], pool.Current.Volumes.All.Select(volume => volume.Definition.Name));
        Assert.NotNull(StorageDriver.FindVolume(pool, "one"));
        await host.StartedAsync("quick");
        await host.Driver.RefreshAsync(host.Driver.Pools.Get("quick"), Cancellation);
        Assert.False(look.IsCompleted);

        reader.LetGo();
        await look;
        Assert.Equal(["one", "two"], pool.Current.Volumes.All.Select(volume => volume.Definition.Name).Order());
    }

    [Fact]
    public async Task A_volume_that_is_a_link_out_of_its_pool_is_deleted_as_the_link_it_is()
    {
        using var bench = await FolderPoolBench.OpenAsync();
        var outside = bench.Folder["outside"];
        await File.WriteAllTextAsync(outside, "kept", Cancellation);
        File.CreateSymbolicLink(bench["link"], outside);
        await bench.Driver.RefreshAsync(bench.Pool, Cancellation);

        await bench.DeleteAsync("link");

        Assert.Equal("kept", await File.ReadAllTextAsync(outside, Cancellation));
        Assert.False(Path.Exists(bench["link"]));
        Assert.Null(bench.Pool.Current.Volumes.FindName("link"));
    }

    [Fact]
    public async Task A_pool_whose_folder_is_a_link_is_the_folder_behind_it_and_deleting_it_touches_that_alone()
    {
        using var host = new PoolHost();
        Directory.CreateDirectory(host.Folder["behind"]);
        await File.WriteAllTextAsync(Path.Combine(host.Folder["behind"], "one"), "1", Cancellation);
        File.CreateSymbolicLink(host.Folder["p"], host.Folder["behind"]);
        var pool = await host.StartedAsync("p");
        await host.Driver.RefreshAsync(pool, Cancellation);

        Assert.Equal(["one"], pool.Current.Volumes.All.Select(volume => volume.Definition.Name));
        await host.Driver.StopAsync(pool, Cancellation);
        await PoolHost.RefusedAsync(host.Driver.DeleteAsync(pool, default, Cancellation));
        Assert.True(File.Exists(Path.Combine(host.Folder["behind"], "one")));
    }

    /// <summary>A reader that stops, once told to, at the next file it is asked for.</summary>
    private sealed class HeldReader : IVolumeReader, IDisposable
    {
        private readonly ImageVolumeReader _reader = new();
        private readonly ManualResetEventSlim _open = new(true);
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Hold() => _open.Reset();

        public void LetGo() => _open.Set();

        public StorageVolumeDefinition? Read(string path, string name, StorageVolumeDefinition? known)
        {
            if (!_open.IsSet) _reached.TrySetResult();
            _open.Wait();
            return _reader.Read(path, name, known);
        }

        public void Dispose() => _open.Dispose();
    }
}
