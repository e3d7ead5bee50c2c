using Lodge.Daemon.Domains;
using Lodge.Model.Domain;
using Xunit;

namespace Lodge.Daemon.Tests.Domains;

public sealed class RunningDefinitionTests
{
    private readonly RunningDefinition _running = new(new DomainDefinition { Name = "guest" });

    [Fact]
    public void What_the_guest_changes_while_a_job_works_is_there_when_the_job_is_done()
    {
        var draft = _running.Draft();
        _running.Change(definition => definition.CurrentMemory = 4096);
        draft.Title = "made by the job";
        _running.Publish(draft);

        Assert.Equal((4096UL, "made by the job"), (_running.Current.CurrentMemory, _running.Current.Title));
    }

    [Fact]
    public void What_the_guest_changes_after_a_job_keeps_what_the_job_did()
    {
        var draft = _running.Draft();
        draft.Title = "made by the job";
        _running.Publish(draft);
        _running.Change(definition => definition.CurrentMemory = 4096);

        Assert.Equal((4096UL, "made by the job"), (_running.Current.CurrentMemory, _running.Current.Title));
    }

    [Fact]
    public void Readers_keep_the_definition_they_have()
    {
        var before = _running.Current;
        _running.Change(definition => definition.CurrentMemory = 4096);

        Assert.NotEqual(4096UL, before.CurrentMemory);
        Assert.Contains("4096</currentMemory>", _running.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_failed_leaves_nothing()
    {
        var draft = _running.Draft();
        draft.Title = "half made";
        _running.Change(definition => definition.CurrentMemory = 4096);

        Assert.Null(_running.Current.Title);
    }

    [Fact]
    public void Jobs_and_events_at_the_same_time_lose_none_of_their_changes()
    {
        const int Times = 300;
        Parallel.Invoke(
            () => Repeat(Times, _ => _running.Change(definition => definition.CurrentMemory++)),
            () => Repeat(Times, number =>
            {
                var draft = _running.Draft();
                draft.Description = $"{number + 1}";
                _running.Publish(draft);
            }));

        Assert.Equal(((ulong)Times, $"{Times}"), (_running.Current.CurrentMemory, _running.Current.Description));
    }

    private static void Repeat(int times, Action<int> action)
    {
        for (var number = 0; number < times; number++)
            action(number);
    }
}
