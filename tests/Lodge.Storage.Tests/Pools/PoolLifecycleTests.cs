using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Tests.Pools;

public sealed class PoolLifecycleTests : IDisposable
{
    private const string Uuid = "11111111-2222-3333-4444-555555555555";
    private readonly PoolHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pool_is_defined_built_started_looked_at_stopped_deleted_and_undefined_with_an_event_each()
    {
        var pool = await _host.DefineAsync("p");
        Assert.False(pool.Current.IsActive);
        Assert.True(pool.Current.IsPersistent);
        await _host.Driver.BuildAsync(pool, default, Cancellation);
        await _host.Driver.StartAsync(pool, null, Cancellation);
        Assert.True(pool.Current.IsActive);
        Assert.NotEqual(0UL, pool.Current.Usage.Capacity);
        await File.WriteAllTextAsync(_host.Folder["p/a.img"], "1234", Cancellation);
        await _host.Driver.RefreshAsync(pool, Cancellation);
        Assert.Equal(4UL, pool.Current.Volumes.FindName("a.img")?.Definition.Capacity);
        File.Delete(_host.Folder["p/a.img"]);
        await _host.Driver.StopAsync(pool, Cancellation);
        Assert.Equal(0, pool.Current.Volumes.Count);
        await _host.Driver.DeleteAsync(pool, default, Cancellation);
        Assert.False(Directory.Exists(_host.Folder["p"]));
        await _host.Driver.UndefineAsync(pool, Cancellation);
        Assert.Empty(_host.Driver.Pools.All);
        Assert.Equal(
            ["p DEFINED", "p CREATED", "p STARTED", "p REFRESH", "p STOPPED", "p DELETED", "p UNDEFINED"],
            _host.Events());
        Assert.Empty(_host.Store.Configurations);
        Assert.Empty(_host.Store.Active);
    }

    [Fact]
    public async Task A_transient_pool_is_gone_when_it_stops()
    {
        Directory.CreateDirectory(_host.Folder["t"]);
        var pool = await _host.Driver.CreateAsync(_host.Xml("t"), null, Cancellation);
        Assert.False(pool.Current.IsPersistent);
        var refused = await PoolHost.RefusedAsync(_host.Driver.SetAutostartAsync(pool, true, Cancellation));
        Assert.Equal(
            (VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "internal error: pool has no config file"),
            (refused.Code, refused.Message));
        await _host.Driver.StopAsync(pool, Cancellation);
        Assert.Null(_host.Driver.Pools.Find("t"));
        Assert.Equal(["t STARTED", "t STOPPED"], _host.Events());
    }

    [Fact]
    public async Task A_pool_that_is_active_takes_a_new_definition_over_when_it_stops()
    {
        var pool = await _host.Driver.DefineAsync(_host.Xml("p", uuid: Uuid), Cancellation);
        await _host.Driver.StartAsync(pool, VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_NEW, Cancellation);
        await _host.Driver.DefineAsync(_host.Xml("p", _host.Folder["q"], Uuid), Cancellation);
        Assert.Equal(_host.Folder["p"], pool.Current.Definition.TargetPath);
        Assert.Equal(_host.Folder["q"], pool.Current.NextDefinition?.TargetPath);
        await _host.Driver.StopAsync(pool, Cancellation);
        Assert.Equal(_host.Folder["q"], pool.Current.Definition.TargetPath);
        Assert.Equal(default, pool.Current.Usage);
    }

    [Theory]
    [InlineData("start", "Requested operation is not valid: storage pool 'p' is already active")]
    [InlineData("build", "Requested operation is not valid: storage pool 'p' is already active")]
    [InlineData("undefine", "Requested operation is not valid: storage pool 'p' is still active")]
    [InlineData("delete", "Requested operation is not valid: storage pool 'p' is still active")]
    public async Task What_an_active_pool_cannot_do_is_refused_and_changes_nothing(string call, string text)
    {
        var pool = await _host.StartedAsync("p");
        var before = pool.Current;
        var refused = await PoolHost.RefusedAsync(Call(call));
        Assert.Equal((VirErrorNumber.VIR_ERR_OPERATION_INVALID, text), (refused.Code, refused.Message));
        Assert.Equal(VirErrorDomain.VIR_FROM_STORAGE, refused.Domain);
        Assert.Same(before, pool.Current);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("refresh")]
    public async Task What_an_inactive_pool_cannot_do_is_refused(string call)
    {
        await _host.DefineAsync("p");
        var refused = await PoolHost.RefusedAsync(Call(call));
        Assert.Equal("Requested operation is not valid: storage pool 'p' is not active", refused.Message);
    }

    [Fact]
    public async Task A_pool_is_not_stopped_under_long_work_at_its_volumes()
    {
        var pool = await _host.StartedAsync("p");
        pool.Publish(s => s with { LongWorks = 1 });
        foreach (var call in new[] { "stop", "refresh" })
        {
            var refused = await PoolHost.RefusedAsync(Call(call));
            Assert.Equal("internal error: pool 'p' has asynchronous jobs running.", refused.Message);
        }

        Assert.True(pool.Current.IsActive);
    }

    [Fact]
    public async Task A_pool_whose_folder_is_gone_stops_at_the_next_look_and_says_why()
    {
        var pool = await _host.StartedAsync("p");
        _ = _host.Events();
        Directory.Delete(_host.Folder["p"]);
        var refused = await PoolHost.RefusedAsync(_host.Driver.RefreshAsync(pool, Cancellation));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refused.Code);
        Assert.Contains(
            $"cannot open directory '{_host.Folder["p"]}': No such file", refused.Message, StringComparison.Ordinal);
        Assert.False(pool.Current.IsActive);
        Assert.Empty(_host.Store.Active);
        Assert.Equal(["p STOPPED"], _host.Events());
    }

    [Fact]
    public async Task A_start_that_fails_leaves_the_pool_as_it_was()
    {
        var pool = await _host.DefineAsync("p");
        _ = _host.Events();
        await PoolHost.RefusedAsync(_host.Driver.StartAsync(pool, null, Cancellation));
        Assert.False(pool.Current.IsActive);
        Assert.False(pool.Current.IsStarting);
        Assert.Empty(_host.Store.Active);
        Assert.Empty(_host.Events());
        await PoolHost.RefusedAsync(_host.Driver.CreateAsync(_host.Xml("t"), null, Cancellation));
        Assert.Null(_host.Driver.Pools.Find("t"));
    }

    [Fact]
    public async Task A_full_disk_refuses_a_definition_and_no_pool_is_left()
    {
        _host.Store.IsFull = true;
        await PoolHost.RefusedAsync(_host.Driver.DefineAsync(_host.Xml("p"), Cancellation));
        Assert.Empty(_host.Driver.Pools.All);
        Assert.Empty(_host.Events());
    }

    [Fact]
    public async Task A_start_whose_client_is_gone_leaves_no_pool_behind()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        Directory.CreateDirectory(_host.Folder["t"]);
        await File.WriteAllTextAsync(_host.Folder["t/a"], "x", Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _host.Driver.CreateAsync(_host.Xml("t"), null, gone.Token));
        Assert.Empty(_host.Driver.Pools.All);
        Assert.Empty(_host.Store.Active);
    }

    [Fact]
    public async Task Whoever_waits_for_a_pool_that_is_undefined_meanwhile_is_told_that_it_is_gone()
    {
        var pool = await _host.DefineAsync("p");
        ValueTask start;
        using (await pool.BeginAsync("test", Cancellation))
        {
            start = _host.Driver.StartAsync(pool, null, Cancellation);
            _host.Driver.Pools.Remove(pool);
        }

        var refused = await PoolHost.RefusedAsync(start);
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_STORAGE_POOL, refused.Code);
    }

    [Fact]
    public void A_type_that_is_not_there_is_refused_by_its_name()
    {
        var refused = Assert.Throws<VirException>(() => _host.Driver.Backend(StoragePoolType.Sheepdog));
        Assert.Equal("internal error: missing backend for pool type 10 (sheepdog)", refused.Message);
    }

    public void Dispose() => _host.Dispose();

    private ValueTask Call(string name)
    {
        var pool = _host.Driver.Pools.Get("p");
        return name switch
        {
            "start" => _host.Driver.StartAsync(pool, null, Cancellation),
            "build" => _host.Driver.BuildAsync(pool, default, Cancellation),
            "undefine" => _host.Driver.UndefineAsync(pool, Cancellation),
            "delete" => _host.Driver.DeleteAsync(pool, default, Cancellation),
            "stop" => _host.Driver.StopAsync(pool, Cancellation),
            _ => _host.Driver.RefreshAsync(pool, Cancellation),
        };
    }
}
