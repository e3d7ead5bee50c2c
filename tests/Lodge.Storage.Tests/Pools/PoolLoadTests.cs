using Lodge.Protocol.Errors;

namespace Lodge.Storage.Tests.Pools;

public sealed class PoolLoadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_defines_and_starts_the_pool_default()
    {
        using var host = new PoolHost(new() { IsFresh = true }, new() { DefaultPoolPath = _folder.Path });
        await host.Driver.LoadAsync(Cancellation);
        await host.Driver.AutostartAsync(Cancellation);
        var pool = host.Driver.Pools.Get("default").Current;
        Assert.True(pool is { IsActive: true, IsPersistent: true, IsAutostart: true });
        Assert.Equal(_folder.Path, pool.Definition.TargetPath);
    }

    [Fact]
    public async Task A_pool_default_that_was_undefined_does_not_come_back()
    {
        using var host = new PoolHost(new() { IsFresh = false }, new() { DefaultPoolPath = _folder.Path });
        await host.Driver.LoadAsync(Cancellation);
        Assert.Empty(host.Driver.Pools.All);
    }

    [Fact]
    public async Task Active_pools_are_taken_over_with_their_volumes_and_those_that_ended_are_not()
    {
        var store = new MemoryPoolStore();
        using (var before = new PoolHost(store))
        {
            await before.StartedAsync("gone");
            Directory.CreateDirectory(_folder["stays"]);
            await File.WriteAllTextAsync(_folder["stays/v"], "x", Cancellation);
            await before.Driver.CreateAsync(before.Xml("stays", _folder["stays"]), null, Cancellation);
        }

        using var after = new PoolHost(store);
        await after.Driver.LoadAsync(Cancellation);
        var stays = after.Driver.Pools.Get("stays").Current;
        Assert.True(stays is { IsActive: true, IsPersistent: false });
        Assert.NotNull(stays.Volumes.FindName("v"));
        Assert.True(after.Driver.Pools.Get("gone").Current is { IsActive: false, IsPersistent: true });
        Assert.Equal(["stays"], store.Active.Keys);
    }

    [Fact]
    public async Task A_file_that_is_no_pool_is_reported_and_harms_no_other()
    {
        var store = new MemoryPoolStore();
        using var host = new PoolHost(store);
        store.Configurations["broken"] = "<pool";
        store.Configurations["other"] = host.Xml("name");
        store.Configurations["good"] = host.Xml("good");
        store.Active["nonsense"] = "<a/>";
        await host.Driver.LoadAsync(Cancellation);
        Assert.Equal("good", Assert.Single(host.Driver.Pools.All).Name);
        Assert.Equal(3, host.Reports.Count);
    }

    [Fact]
    public async Task A_pool_that_does_not_autostart_is_reported_and_harms_no_other()
    {
        using var host = new PoolHost();
        await host.Driver.SetAutostartAsync(await host.DefineAsync("nowhere"), true, Cancellation);
        await host.Driver.SetAutostartAsync(await host.DefineAsync("here"), true, Cancellation);
        Directory.CreateDirectory(host.Folder["here"]);
        await host.Driver.AutostartAsync(Cancellation);
        Assert.True(host.Driver.Pools.Get("here").Current.IsActive);
        Assert.False(host.Driver.Pools.Get("nowhere").Current.IsActive);
        Assert.StartsWith(
            "Failed to autostart storage pool 'nowhere': ", Assert.Single(host.Reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_autostart_of_what_is_active_does_nothing()
    {
        using var host = new PoolHost();
        await host.Driver.SetAutostartAsync(await host.StartedAsync("p"), true, Cancellation);
        await host.Driver.AutostartAsync(Cancellation);
        Assert.Empty(host.Reports);
        var start = host.Driver.StartAsync(host.Driver.Pools.Get("p"), null, Cancellation);
        var refused = await PoolHost.RefusedAsync(start);
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
    }

    public void Dispose() => _folder.Dispose();
}
