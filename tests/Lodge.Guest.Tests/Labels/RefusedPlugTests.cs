using Lodge.Guest.Tests.Running;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Labels;

/// <summary>What a running guest may not reach is refused with the reason and the fix, as at its start.</summary>
public sealed class RefusedPlugTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const UnixFileMode OwnersAlone =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task A_disk_and_a_disc_behind_a_closed_folder_name_it_and_leave_all_as_it_was()
    {
        Assert.SkipWhen(RunningGuest.Account is null, "the host has no account for guests");
        var closed = Directory.CreateDirectory(Path.Combine(daemon.Lodged.Root, "closed"), OwnersAlone).FullName;
        var image = Path.Combine(closed, "a.img");
        await File.WriteAllBytesAsync(image, new byte[1 << 20]);
        var guest = await RunningGuest.StartAsync(daemon.Lodged, "refused");

        var disk = await guest.FailAsync("attach-disk", image, "vdb");
        AssertExplained(disk, closed, image);
        Assert.DoesNotContain("vdb", await guest.DoAsync("domblklist"), StringComparison.Ordinal);
        Assert.Equal(0u, RunningGuest.OwnerOf(image));

        await guest.DoAsync("destroy");
        await guest.DoAsync("attach-disk", "", "hda", "--type", "cdrom", "--config");
        await guest.DoAsync("start");
        AssertExplained(await guest.FailAsync("change-media", "hda", image, "--insert", "--live"), closed, image);
        Assert.DoesNotContain(image, await guest.DoAsync("domblklist"), StringComparison.Ordinal);
        await guest.DoAsync("destroy");
    }

    private static void AssertExplained(string error, string folder, string image)
    {
        Assert.Contains("Permission denied", error, StringComparison.Ordinal);
        Assert.Contains($"may not pass '{folder}'", error, StringComparison.Ordinal);
        Assert.Contains("setfacl -m u:", error, StringComparison.Ordinal);
        Assert.Contains(image, error, StringComparison.Ordinal);
    }
}
