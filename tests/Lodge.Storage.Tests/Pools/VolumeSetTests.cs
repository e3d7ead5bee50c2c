using CsCheck;
using Lodge.Model.Storage;
using Lodge.Storage.Pools;

namespace Lodge.Storage.Tests.Pools;

public sealed class VolumeSetTests
{
    [Fact]
    public void A_volume_is_found_by_name_key_and_path_until_it_is_taken_out() =>
        Gen.Select(Gen.Int[0, 9], Gen.Bool).Array.Sample(steps =>
        {
            var set = VolumeSet.Empty;
            var there = new HashSet<int>();
            foreach (var (number, isAdded) in steps)
            {
                set = isAdded ? set.With(new StorageVolume(Volume(number))) : set.Without($"n{number}");
                _ = isAdded ? there.Add(number) : there.Remove(number);
            }

            Assert.Equal(there.Count, set.Count);
            for (var number = 0; number <= 9; number++)
            {
                var expected = there.Contains(number);
                Assert.Equal(expected, set.FindName($"n{number}") is not null);
                Assert.Equal(expected, set.FindKey($"k{number}") is not null);
                Assert.Equal(expected, set.FindPath($"/p{number}") is not null);
            }
        });

    [Fact]
    public void A_volume_that_gets_another_key_is_no_longer_found_by_the_old_one()
    {
        var set = VolumeSet.Of([Volume(1)]).With(new StorageVolume(Volume(1) with { Key = "other" }));
        Assert.Null(set.FindKey("k1"));
        Assert.NotNull(set.FindKey("other"));
    }

    private static StorageVolumeDefinition Volume(int number) =>
        new() { Name = $"n{number}", Key = $"k{number}", Path = $"/p{number}" };
}
