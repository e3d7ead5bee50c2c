using Lodge.Daemon.Domains;
using Lodge.Protocol;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainObjectTests
{
    private readonly DomainObject _domain = new(new DomainSnapshot { Name = "web", Uuid = VirUuid.Random() });

    [Fact]
    public void No_change_is_lost_however_many_come_at_once()
    {
        Parallel.For(0, 1000, _ => _domain.Publish(s => s with { Reason = s.Reason + 1 }));
        Assert.Equal(1000, _domain.Current.Reason);
    }

    [Fact]
    public void A_change_that_changes_nothing_gives_the_same_snapshot_back()
    {
        var (before, after) = _domain.Publish(s => s);
        Assert.Same(before, after);
    }

    [Fact]
    public void A_reader_keeps_the_snapshot_it_took()
    {
        var taken = _domain.Current;
        _domain.Publish(s => s with { Name = "mail" });
        Assert.Equal("web", taken.Name);
    }
}
