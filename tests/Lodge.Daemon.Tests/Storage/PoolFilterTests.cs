using Lodge.Daemon.Storage;
using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Storage.Pools;
using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Daemon.Tests.Storage;

public sealed class PoolFilterTests
{
    [Theory]
    [InlineData((VirConnectListAllStoragePoolsFlags)0, true)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, true)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, false)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE, true)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE | VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT, false)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT | VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART, true)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART, false)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_FS | VIR_CONNECT_LIST_STORAGE_POOLS_NETFS, true)]
    [InlineData(VIR_CONNECT_LIST_STORAGE_POOLS_DIR, false)]
    public void Any_flag_of_a_group_may_match_and_every_group_must(
        VirConnectListAllStoragePoolsFlags flags, bool matches) =>
        Assert.Equal(matches, new PoolFilter((uint)flags).Matches(new PoolSnapshot
        {
            Definition = new() { Type = StoragePoolType.Netfs, Name = "p", Uuid = VirUuid.Random() },
            IsActive = true,
            IsPersistent = true,
        }));
}
