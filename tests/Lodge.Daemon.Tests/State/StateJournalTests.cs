using System.Text;
using Lodge.Daemon.State;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.State;

public sealed class StateJournalTests : IDisposable
{
    private const string Journals = ".lodge-journal-*";

    private readonly TemporaryFolder _place = new();
    private readonly TemporaryFolder _copy = new();

    public void Dispose()
    {
        _place.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public void A_change_now_and_then_needs_no_journal()
    {
        using var folder = StateFolder.Open(_place.Path);
        folder.Write("a.xml", "x"u8);
        Assert.Equal(["a.xml"], _place.Names());
    }

    [Fact]
    public void Changes_that_come_fast_are_in_their_files_at_once_and_the_journal_goes_with_the_folder()
    {
        using (var folder = StateFolder.Open(_place.Path))
        {
            var names = WriteMany(folder);
            Assert.Single(Directory.GetFiles(_place.Path, Journals));
            Assert.Equal(names.Order(StringComparer.Ordinal), folder.Names(".xml").Order(StringComparer.Ordinal));
        }

        Assert.Empty(Directory.GetFiles(_place.Path, ".*"));
    }

    [Fact]
    public void Files_that_are_too_many_to_be_synced_one_by_one_leave_no_journal_either()
    {
        using (var folder = StateFolder.Open(_place.Path))
        {
            for (var i = 0; i < 400; i++)
                folder.Write($"{i}.xml", Encoding.UTF8.GetBytes($"{i}"));
        }

        Assert.Empty(Directory.GetFiles(_place.Path, ".*"));
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal($"{i}", File.ReadAllText($"{_place.Path}/{i}.xml")));
    }

    [Fact]
    public void What_is_in_the_journal_alone_is_in_its_file_after_the_next_start()
    {
        using (var folder = StateFolder.Open(_place.Path, afterStep: CopyBeforeRenaming))
            WriteMany(folder);

        using var after = StateFolder.Open(_copy.Path);
        Assert.Equal("last", File.ReadAllText(after.PathOf("last.xml")));

        // Again for each file: the last copy is made when the last file has its record, and no name.
        void CopyBeforeRenaming(StateStep step)
        {
            if (step == StateStep.Journaled)
                CopyAll();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("la")]
    [InlineData("old content")]
    public void A_file_that_a_power_cut_left_as_it_was_or_torn_is_made_whole(string left)
    {
        CopyAfterMany();
        var path = $"{_copy.Path}/last.xml";
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, left);
        File.SetLastWriteTimeUtc(path, time);

        using var after = StateFolder.Open(_copy.Path);
        Assert.Equal("last", File.ReadAllText(path));
    }

    [Fact]
    public void What_an_administrator_changed_after_the_record_stays()
    {
        CopyAfterMany();
        File.WriteAllText($"{_copy.Path}/last.xml", "by hand");
        File.SetLastWriteTimeUtc($"{_copy.Path}/last.xml", DateTime.UtcNow.AddSeconds(1));

        using var after = StateFolder.Open(_copy.Path);
        Assert.Equal("by hand", File.ReadAllText($"{_copy.Path}/last.xml"));
    }

    [Fact]
    public void What_was_removed_does_not_come_back_and_what_came_back_stays()
    {
        using (var folder = StateFolder.Open(_place.Path))
        {
            WriteMany(folder);
            folder.Remove("last.xml");
            folder.Remove("0.xml");
            folder.Write("0.xml", "again"u8);
            CopyAll();
        }

        File.WriteAllText($"{_copy.Path}/last.xml", "last");
        File.SetLastWriteTimeUtc($"{_copy.Path}/last.xml", DateTime.UtcNow.AddSeconds(-5));
        File.Delete($"{_copy.Path}/0.xml");
        using var after = StateFolder.Open(_copy.Path);
        Assert.False(File.Exists($"{_copy.Path}/last.xml"));
        Assert.Equal("again", File.ReadAllText($"{_copy.Path}/0.xml"));
    }

    [Fact]
    public void What_goes_after_a_recovery_does_not_come_back_in_a_second_one()
    {
        CopyAfterMany();
        using (var again = StateFolder.Open(_copy.Path))
        {
            again.Remove("last.xml");
            foreach (var file in Directory.GetFiles(_copy.Path))
                File.Copy(file, $"{_place.Path}/{Path.GetFileName(file)}", overwrite: true);
        }

        File.Delete($"{_place.Path}/last.xml");
        using var after = StateFolder.Open(_place.Path);
        Assert.False(File.Exists($"{_place.Path}/last.xml"));
    }

    [Fact]
    public void A_torn_record_ends_the_journal_and_those_before_it_count()
    {
        CopyAfterMany();
        var journal = Directory.GetFiles(_copy.Path, Journals).Single();
        var bytes = File.ReadAllBytes(journal);
        bytes[bytes.AsSpan().LastIndexOf("last.xml"u8) + 9] ^= 1;
        File.WriteAllBytes(journal, bytes);
        File.Delete($"{_copy.Path}/last.xml");
        File.Delete($"{_copy.Path}/11.xml");

        using var after = StateFolder.Open(_copy.Path);
        Assert.False(File.Exists($"{_copy.Path}/last.xml"));
        Assert.Equal("11", File.ReadAllText($"{_copy.Path}/11.xml"));
    }

    [Fact]
    public void A_write_that_was_refused_is_not_done_by_the_next_start()
    {
        using (var folder = StateFolder.Open(_place.Path))
        {
            WriteMany(folder);
            Directory.CreateDirectory(folder.PathOf("refused.xml"));
            Assert.Throws<VirException>(() => folder.Write("refused.xml", "x"u8));
            CopyAll();
        }

        using var after = StateFolder.Open(_copy.Path);
        Assert.False(File.Exists($"{_copy.Path}/refused.xml"));
    }

    [Fact]
    public void A_rename_waits_until_no_journal_speaks_of_the_old_name()
    {
        using var folder = StateFolder.Open(_place.Path);
        WriteMany(folder);
        folder.Rename("last.xml", "renamed.xml");
        CopyAll();

        using var after = StateFolder.Open(_copy.Path);
        Assert.False(File.Exists($"{_copy.Path}/last.xml"));
        Assert.Equal("last", File.ReadAllText($"{_copy.Path}/renamed.xml"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_whole_now_opens_and_keeps_its_journal_for_the_next_start()
    {
        CopyAfterMany();
        File.Delete($"{_copy.Path}/last.xml");
        Directory.CreateDirectory($"{_copy.Path}/last.xml");
        Directory.SetLastWriteTimeUtc($"{_copy.Path}/last.xml", DateTime.UnixEpoch);
        using (StateFolder.Open(_copy.Path))
        {
        }

        Directory.Delete($"{_copy.Path}/last.xml");
        using var after = StateFolder.Open(_copy.Path);
        Assert.Equal("last", File.ReadAllText($"{_copy.Path}/last.xml"));
    }

    [Fact]
    public void Many_writers_at_once_find_all_that_they_wrote_in_the_journal()
    {
        using (var folder = StateFolder.Open(_place.Path))
        {
            WriteMany(folder);
            Parallel.For(0, 200, i => folder.Write($"p{i}.xml", Encoding.UTF8.GetBytes(new string('x', 3000) + i)));
            CopyAll();
        }

        foreach (var file in Directory.GetFiles(_copy.Path, "p*.xml"))
            File.Delete(file);
        using var after = StateFolder.Open(_copy.Path);
        Assert.All(Enumerable.Range(0, 200), i => Assert.Equal(
            new string('x', 3000) + i, File.ReadAllText($"{_copy.Path}/p{i}.xml")));
    }

    [Fact]
    public void A_journal_that_grew_beyond_its_first_part_is_read_whole()
    {
        var big = new byte[300_000];
        using (var folder = StateFolder.Open(_place.Path))
        {
            WriteMany(folder);
            for (var i = 0; i < 5; i++)
            {
                big.AsSpan().Fill((byte)i);
                folder.Write($"big{i}.xml", big);
            }

            CopyAll();
        }

        File.Delete($"{_copy.Path}/big4.xml");
        using var after = StateFolder.Open(_copy.Path);
        Assert.Equal(big, File.ReadAllBytes($"{_copy.Path}/big4.xml"));
    }

    private static List<string> WriteMany(StateFolder folder)
    {
        var names = Enumerable.Range(0, StateJournal.Burst + 4).Select(i => $"{i}.xml").Append("last.xml").ToList();
        foreach (var name in names)
            folder.Write(name, Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(name)));
        return names;
    }

    // The folder as a daemon leaves it that ends here and now.
    private void CopyAfterMany()
    {
        using var folder = StateFolder.Open(_place.Path);
        WriteMany(folder);
        CopyAll();
    }

    private void CopyAll()
    {
        foreach (var file in Directory.GetFiles(_place.Path))
            File.Copy(file, $"{_copy.Path}/{Path.GetFileName(file)}", overwrite: true);
    }
}
