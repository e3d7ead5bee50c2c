using Lodge.Host;
using Lodge.Daemon.Domains;

namespace Lodge.Daemon.Tests.Domains;

public sealed class UndoTests
{
    [Fact]
    public async Task Steps_are_undone_last_first_and_a_step_that_fails_stops_none()
    {
        var undone = new List<int>();
        var failures = new List<Exception>();
        await using (var undo = new Undo(failures.Add))
        {
            undo.Add(() => undone.Add(1));
            undo.Add(() => throw new InvalidOperationException("stuck"));
            undo.Add(() => undone.Add(3));
        }

        Assert.Equal([3, 1], undone);
        Assert.Equal("stuck", Assert.Single(failures).Message);
    }

    [Fact]
    public async Task Nothing_is_undone_once_all_went_well()
    {
        var undone = 0;
        await using (var undo = new Undo())
        {
            undo.Add(() => undone++);
            undo.Commit();
        }

        Assert.Equal(0, undone);
    }
}
