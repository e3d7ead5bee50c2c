using System.Text;
using Lodge.Daemon.State;
using Xunit;

namespace Lodge.Daemon.Tests.State;

public sealed class SpareFilesTests : IDisposable
{
    private readonly TemporaryFolder _place = new();
    private readonly int _folder;

    public SpareFilesTests() =>
        _folder = PosixFile.Open(_place.Path, PosixFile.ReadOnly | PosixFile.Directory | PosixFile.CloseOnExec, 0);

    public void Dispose()
    {
        _ = PosixFile.Close(_folder);
        _place.Dispose();
    }

    [Fact]
    public void A_spare_file_is_in_the_folder_under_the_name_it_is_given_and_not_before()
    {
        using var spares = new SpareFiles(_folder);
        var file = Wait(spares);
        Assert.Empty(Directory.GetFileSystemEntries(_place.Path));

        Assert.Equal(0, PosixFile.Name(file, _folder, "named"));
        _ = PosixFile.Close(file);

        Assert.Equal([Path.Combine(_place.Path, "named")], Directory.GetFileSystemEntries(_place.Path));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_place.Path, "named")));
    }

    [Fact]
    public void A_name_that_is_taken_stays_with_its_file()
    {
        File.WriteAllText(Path.Combine(_place.Path, "named"), "mine");
        using var spares = new SpareFiles(_folder);
        var file = Wait(spares);

        Assert.Equal(-1, PosixFile.Name(file, _folder, "named"));
        _ = PosixFile.Close(file);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(_place.Path, "named")));
    }

    [Fact]
    public void No_spare_file_is_open_once_they_are_disposed()
    {
        var spares = new SpareFiles(_folder);
        _ = PosixFile.Close(Wait(spares));
        spares.Dispose();

        Assert.Equal(-1, spares.Take());
        Assert.DoesNotContain(Directory.GetFiles("/proc/self/fd"), IsOurs);
    }

    [Fact]
    public void Files_are_replaced_in_a_burst_as_well_as_made()
    {
        using var folder = StateFolder.Open(_place.Path);
        for (var round = 0; round < 5; round++)
        {
            for (var number = 0; number < 40; number++)
                folder.Write($"{number}.xml", Encoding.UTF8.GetBytes($"{number} in round {round}"));
        }

        Assert.Equal(40, folder.Names(".xml").Count());
        Assert.All(
            Enumerable.Range(0, 40),
            number => Assert.Equal($"{number} in round 4", File.ReadAllText(folder.PathOf($"{number}.xml"))));
    }

    private bool IsOurs(string link) =>
        File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName is { } target
        && target.StartsWith(_place.Path + "/", StringComparison.Ordinal);

    // The first call finds none, and has them made.
    private static int Wait(SpareFiles spares)
    {
        var file = -1;
        Assert.True(SpinWait.SpinUntil(() => (file = spares.Take()) >= 0, TimeSpan.FromSeconds(30)));
        return file;
    }
}
