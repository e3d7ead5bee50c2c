using System.Text;
using Lodge.Daemon.State;
using Lodge.Testing;

namespace Lodge.Daemon.Tests.State;

/// <summary>
/// A disk of one's own, copied while it is written to: the copy is what a power cut at that instant would leave, and is
/// mounted (so that its journal is played) and looked at.
/// </summary>
public sealed class PowerCutTests : IAsyncDisposable
{
    private const long DiskSize = 64 << 20;

    private readonly TemporaryFolder _place = new();
    private readonly List<string> _mounts = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var mount in _mounts)
            await ProgramRun.OfAsync("umount", [mount]);
        _place.Dispose();
    }

    [Theory]
    [InlineData("has_journal")]
    [InlineData("^has_journal")]
    public async Task Whenever_the_power_fails_the_old_file_or_the_new_one_is_there_whole(string feature)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "mounts need root");
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "no loop devices here");
        var disk = await MakeDiskAsync(feature);
        var old = new string('o', 3000);
        var fresh = new string('n', 70_000);
        var copies = new List<(StateStep Step, string Disk)>();
        var states = $"{await MountAsync(disk)}/states";
        using (var before = StateFolder.Open(states))
            before.Write("a.xml", Encoding.UTF8.GetBytes(old));
        using (var folder = StateFolder.Open(states, afterStep: Copy))
        {
            folder.Write("a.xml", Encoding.UTF8.GetBytes(fresh));
            folder.Write("b.xml", Encoding.UTF8.GetBytes(fresh));
        }

        var told = 0;
        foreach (var (step, copy) in copies)
        {
            var found = $"{await MountAsync(copy)}/states";
            told += step == StateStep.FolderSynced ? 1 : 0;
            var first = File.ReadAllText($"{found}/a.xml");
            Assert.True(
                first == fresh || (told == 0 && first == old), $"a.xml after {step} has {first.Length} characters");
            var second = File.Exists($"{found}/b.xml") ? File.ReadAllText($"{found}/b.xml") : null;
            Assert.True(
                second == fresh || (told < 2 && second is null), $"b.xml after {step} has {second?.Length} characters");
        }

        void Copy(StateStep step)
        {
            var copy = $"{_place.Path}/{copies.Count}-{step}";
            File.Copy(disk, copy);
            copies.Add((step, copy));
        }
    }

    [Theory]
    [InlineData("has_journal")]
    [InlineData("^has_journal")]
    public async Task Whenever_the_power_fails_in_a_burst_of_changes_each_that_was_told_is_there_whole(string feature)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "mounts need root");
        Assert.SkipUnless(File.Exists("/dev/loop-control"), "no loop devices here");
        const int Changes = StateJournal.Burst + 6;
        var disk = await MakeDiskAsync(feature);
        var copies = new List<(int Told, string Disk)>();
        var told = 0;
        using (var folder = StateFolder.Open($"{await MountAsync(disk)}/states", afterStep: Copy))
        {
            for (; told < Changes; told++)
                folder.Write($"{told % 10}.xml", Content(told));
        }

        Assert.NotEmpty(copies);
        foreach (var (known, copy) in copies)
        {
            using var after = StateFolder.Open($"{await MountAsync(copy)}/states");
            for (var change = Math.Max(0, known - 10); change < known; change++)
            {
                var found = File.ReadAllBytes(after.PathOf($"{change % 10}.xml"));
                Assert.True(
                    found.AsSpan().SequenceEqual(Content(change))
                        || (change == known - 10 && found.AsSpan().SequenceEqual(Content(known))),
                    $"{change % 10}.xml after {known} changes has {found.Length} bytes");
            }
        }

        void Copy(StateStep step)
        {
            if (told < StateJournal.Burst
                || step is not (StateStep.Written or StateStep.Journaled or StateStep.Renamed))
                return;
            var copy = $"{_place.Path}/{copies.Count}-{step}";
            File.Copy(disk, copy);
            copies.Add((told, copy));
        }

        static byte[] Content(int change) => Encoding.UTF8.GetBytes(new string((char)('a' + change), 3000 + change));
    }

    private async Task<string> MakeDiskAsync(string feature)
    {
        var disk = $"{_place.Path}/disk";
        using (var file = File.Create(disk))
            file.SetLength(DiskSize);
        var made = await ProgramRun.OfAsync("mkfs.ext4", ["-q", "-F", "-O", feature, disk]);
        Assert.True(made.ExitCode == 0, made.Errors);
        return disk;
    }

    private async Task<string> MountAsync(string disk)
    {
        // As every start of a machine does after a power cut; 1: something was put right.
        var looked = await ProgramRun.OfAsync("e2fsck", ["-f", "-y", disk]);
        Assert.True(looked.ExitCode is 0 or 1, looked.Errors);
        var mount = Directory.CreateDirectory($"{disk}.mount").FullName;
        var mounted = await ProgramRun.OfAsync("mount", ["-o", "loop", disk, mount]);
        Assert.True(mounted.ExitCode == 0, mounted.Errors);
        _mounts.Add(mount);
        return mount;
    }
}
