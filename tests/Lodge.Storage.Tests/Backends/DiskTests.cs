using CsCheck;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends;
using Lodge.Storage.Backends.Disks;

namespace Lodge.Storage.Tests.Backends;

public sealed class DiskTests
{
    private const ulong Mebibyte = 1024 * 1024;

    private const string Printed =
        """
        BYT;
        /dev/loop0:104857600B:loopback:512:512:msdos:Loopback device:;
        1:17408B:1048575B:1031168B:free;
        1:1048576B:11534335B:10485760B:ext4::;
        2:11534336B:52428799B:40894464B:::lba;
        5:12582912B:20971519B:8388608B:::;
        1:20971520B:52428799B:31457280B:free;
        1:52428800B:104857599B:52428800B:free;
        """;

    [Fact]
    public void Partitions_and_the_room_between_them_are_told_apart()
    {
        var table = new PartitionTable(PartitionLine.Parse(Printed), BootRecord(0x83, 0x0f));
        Assert.Equal([1, 2, 5], table.Partitions.Select(line => line.Number));
        Assert.Equal(
            [PartitionKind.Primary, PartitionKind.Extended, PartitionKind.Logical],
            table.Partitions.Select(table.KindOf));
        Assert.Equal([false, true, false], table.Free.Select(stretch => stretch.IsLogical));
        Assert.Equal(new StorageExtent(1048576, 11534336), table.Partitions.First().Extent);
    }

    [Fact]
    public void A_table_that_is_not_of_MS_DOS_has_primary_partitions_alone()
    {
        var table = new PartitionTable(PartitionLine.Parse(Printed), []);
        Assert.False(table.HasExtended);
        Assert.All(table.Partitions, line => Assert.Equal(PartitionKind.Primary, table.KindOf(line)));
    }

    [Fact]
    public void A_partition_goes_where_the_least_room_is_left_over() => Assert.Equal(
        new StorageExtent(100 * Mebibyte, 110 * Mebibyte),
        PartitionPlace.Find(
            [
                (new StorageExtent(512, 90 * Mebibyte), false),
                (new StorageExtent(100 * Mebibyte, 120 * Mebibyte), false),
                (new StorageExtent(130 * Mebibyte, 141 * Mebibyte), true),
            ],
            isLogical: false,
            10 * Mebibyte));

    [Fact]
    public void A_partition_that_fits_nowhere_is_refused() => Assert.Equal(
        "internal error: no large enough free extent",
        Assert.Throws<VirException>(
            () => PartitionPlace.Find([(new StorageExtent(0, 10 * Mebibyte), false)], false, 10 * Mebibyte)).Message);

    [Fact]
    public void A_place_is_aligned_large_enough_and_within_free_room() =>
        Gen.Select(Gen.ULong[0, 64 * Mebibyte], Gen.ULong[1, 64 * Mebibyte], Gen.ULong[1, 32 * Mebibyte], Gen.Bool)
            .Sample((start, length, capacity, isLogical) =>
            {
                StorageExtent found;
                try
                {
                    var free = new StorageExtent(start, start + length);
                    found = PartitionPlace.Find([(free, isLogical)], isLogical, capacity);
                }
                catch (VirException)
                {
                    return;
                }

                Assert.Equal(0UL, found.Start % Mebibyte);
                Assert.True(found.Start >= Math.Max(start, Mebibyte) && found.End <= start + length);
                Assert.True(found.End - found.Start >= capacity);
            });

    [Theory]
    [InlineData("/dev/nosuch", null, 1, "/dev/nosuch1")]
    [InlineData("/dev/nosuch0", null, 2, "/dev/nosuch0p2")]
    [InlineData("/dev/nosuch", true, 3, "/dev/nosuchp3")]
    [InlineData("/dev/nosuch0", false, 4, "/dev/nosuch04")]
    public void A_digit_is_parted_from_the_number_of_a_partition(
        string disk, bool? separator, int number, string node) =>
        Assert.Equal(node, PartitionTable.NodeOf(
            new StoragePoolDevice { Path = disk, PartitionSeparator = separator }, number));

    [Theory]
    [InlineData("DEVNAME=/dev/loop0\nUUID=x\nTYPE=ext4\n", "ext4")]
    [InlineData("DEVNAME=/dev/loop0\nPTUUID=x\nPTTYPE=dos\n", "dos")]
    [InlineData("PTTYPE=dos\nTYPE=vfat\n", "vfat")]
    [InlineData("PTTYPE=sgi\n", "dvh")]
    [InlineData("DEVNAME=/dev/loop0\n", null)]
    public void What_blkid_finds_is_read(string output, string? found) =>
        Assert.Equal(found, DeviceContent.Find(output));

    private static byte[] BootRecord(params byte[] types)
    {
        var record = new byte[512];
        for (var entry = 0; entry < types.Length; entry++)
            record[446 + (entry * 16) + 4] = types[entry];
        return record;
    }
}
