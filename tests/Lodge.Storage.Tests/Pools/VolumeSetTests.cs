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

    [Fact]
    public void A_set_changed_so_often_that_it_is_made_anew_holds_what_a_dictionary_holds() =>
        Gen.Select(Gen.Int[0, 999], Gen.Bool).Array[600, 1200].Sample(
            steps =>
            {
                var there = Enumerable.Range(0, 500).ToHashSet();
                var set = VolumeSet.Of([.. there.Select(Volume)]);
                foreach (var (number, isAdded) in steps)
                {
                    set = isAdded ? set.With(new StorageVolume(Volume(number))) : set.Without($"n{number}");
                    _ = isAdded ? there.Add(number) : there.Remove(number);
                }

                Assert.Equal(there.Count, set.Count);
                Assert.Equal(
                    there.Select(number => $"n{number}").Order(StringComparer.Ordinal),
                    set.All.Select(volume => volume.Name).Order(StringComparer.Ordinal));
                Assert.All(Enumerable.Range(0, 1000), number =>
                    Assert.Equal(there.Contains(number), set.FindPath($"/p{number}") is not null));
            },
            iter: 20);

    [Fact]
    public void Volumes_whose_keys_are_their_paths_are_found_by_both_until_one_gets_another_key()
    {
        var set = VolumeSet.Of([Volume(1) with { Key = "/p1" }, Volume(2) with { Key = "/p2" }]);
        var changed = set.With(new StorageVolume(Volume(1)));
        Assert.NotNull(set.FindKey("/p1"));
        Assert.Null(changed.FindKey("/p1"));
        Assert.NotNull(changed.FindKey("k1"));
        Assert.NotNull(changed.FindPath("/p1"));
    }

    private static StorageVolumeDefinition Volume(int number) =>
        new() { Name = $"n{number}", Key = $"k{number}", Path = $"/p{number}" };
}
