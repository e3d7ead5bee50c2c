using System.Text;
using Lodge.Daemon.State;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.State;

public sealed class StateFolderTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_written_file_has_exactly_what_was_written_and_nobody_else_may_read_it()
    {
        using var folder = StateFolder.Open(_place.Path);
        folder.Write("a.xml", "first, longer"u8);
        folder.Write("a.xml", "second"u8);

        Assert.Equal("second", File.ReadAllText(folder.PathOf("a.xml")));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.PathOf("a.xml")));
        Assert.Equal(["a.xml"], _place.Names());
    }

    [Theory]
    [InlineData((int)StateStep.Created, "old")]
    [InlineData((int)StateStep.Written, "old")]
    [InlineData((int)StateStep.Synced, "old")]
    [InlineData((int)StateStep.Renamed, "new")]
    [InlineData((int)StateStep.FolderSynced, "new")]
    public void A_crash_after_any_step_leaves_the_old_file_or_the_new_one_whole(int step, string expected)
    {
        using (var folder = StateFolder.Open(_place.Path))
            folder.Write("a.xml", "old"u8);

        using (var folder = StateFolder.Open(_place.Path, afterStep: s => CrashAt(s, (StateStep)step)))
            Assert.Throws<Crash>(() => folder.Write("a.xml", "new"u8));

        using var after = StateFolder.Open(_place.Path);
        Assert.Equal(expected, File.ReadAllText(after.PathOf("a.xml")));
        Assert.Equal(["a.xml"], _place.Names());
    }

    [Fact]
    public void A_file_is_synced_before_it_gets_its_name_and_the_folder_after()
    {
        var steps = new List<StateStep>();
        using var folder = StateFolder.Open(_place.Path, afterStep: steps.Add);
        folder.Write("a.xml", "x"u8);

        Assert.Equal(
            [StateStep.Created, StateStep.Written, StateStep.Synced, StateStep.Renamed, StateStep.FolderSynced], steps);
    }

    [Fact]
    public void A_file_is_known_as_the_one_that_was_written_until_somebody_touches_it()
    {
        using var folder = StateFolder.Open(_place.Path);
        var first = folder.Write("a.xml", "first"u8);
        var other = folder.Write("b.xml", "first"u8);
        Assert.True(folder.Holds("a.xml", first));
        Assert.False(folder.Holds("a.xml", other));
        Assert.False(folder.Holds("a.xml", default));

        File.SetLastWriteTimeUtc(folder.PathOf("b.xml"), DateTime.UnixEpoch);
        Assert.False(folder.Holds("b.xml", other));
        var second = folder.Write("a.xml", "second"u8);
        Assert.False(folder.Holds("a.xml", first));
        folder.Remove("a.xml");
        Assert.False(folder.Holds("a.xml", second));
        Assert.False(folder.Holds("a.xml", default));
    }

    [Fact]
    public void Opening_removes_own_leftovers_and_nothing_else()
    {
        File.WriteAllText($"{_place.Path}/.lodge-1f.new", "half");
        File.WriteAllText($"{_place.Path}/.hidden.xml", "theirs");
        File.WriteAllText($"{_place.Path}/a.xml.new", "theirs");

        using var folder = StateFolder.Open(_place.Path);

        Assert.Equal([".hidden.xml", "a.xml.new"], _place.Names());
    }

    [Fact]
    public void A_refused_write_leaves_no_temporary_file_and_the_old_content()
    {
        using var folder = StateFolder.Open(_place.Path);
        Directory.CreateDirectory(folder.PathOf("a.xml"));

        var refused = Assert.Throws<VirException>(() => folder.Write("a.xml", "new"u8));

        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refused.Code);
        Assert.Contains(folder.PathOf("a.xml"), refused.Message, StringComparison.Ordinal);
        Assert.Equal(["a.xml"], _place.Names());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../escape")]
    [InlineData("a/b")]
    [InlineData("a\0b")]
    public void A_name_that_would_leave_the_folder_is_refused(string name)
    {
        using var folder = StateFolder.Open(_place.Path);
        Assert.Equal(
            VirErrorNumber.VIR_ERR_INVALID_ARG,
            Assert.Throws<VirException>(() => folder.Write(name, "x"u8)).Code);
        Assert.Empty(_place.Names());
    }

    [Fact]
    public void A_name_is_measured_in_bytes_and_refused_beyond_what_a_file_name_holds()
    {
        using var folder = StateFolder.Open(_place.Path);
        var fits = new string('é', 127);
        folder.Write(fits, "x"u8);

        var refused = Assert.Throws<VirException>(() => folder.Write(fits + "é", "x"u8));
        Assert.Contains("File name too long", refused.Message, StringComparison.Ordinal);
        Assert.Equal([fits], _place.Names());
    }

    [Fact]
    public void Removing_says_whether_there_was_a_file()
    {
        using var folder = StateFolder.Open(_place.Path);
        folder.Write("a.xml", Encoding.UTF8.GetBytes("x"));

        Assert.True(folder.Remove("a.xml"));
        Assert.False(folder.Remove("a.xml"));
    }

    [Fact]
    public void What_was_removed_is_synced_once_for_all_behind_those_who_removed_it()
    {
        var steps = new List<StateStep>();
        using (var folder = StateFolder.Open(_place.Path))
        {
            folder.Write("a.xml", "x"u8);
            folder.Write("b.xml", "x"u8);
        }

        using (var folder = StateFolder.Open(_place.Path, afterStep: steps.Add))
        {
            folder.Remove("a.xml");
            folder.Remove("b.xml");
        }

        Assert.Equal([StateStep.Removed, StateStep.Removed, StateStep.FolderSynced], steps);
    }

    [Fact]
    public void Many_writers_at_once_never_mix_their_files()
    {
        using var folder = StateFolder.Open(_place.Path);
        Parallel.For(
            0, 64, i => folder.Write($"{i % 8}.xml", Encoding.UTF8.GetBytes(new string((char)('a' + (i % 8)), 5000))));

        var names = folder.Names(".xml").ToList();
        Assert.Equal(8, names.Count);
        Assert.All(names, name =>
            Assert.Equal(new string((char)('a' + (name[0] - '0')), 5000), File.ReadAllText(folder.PathOf(name))));
    }

    internal static void CrashAt(StateStep step, StateStep at)
    {
        if (step == at)
            throw new Crash();
    }

    /// <summary>Stands for the end of the process: nothing of the code under test catches it.</summary>
    internal sealed class Crash : Exception;
}
