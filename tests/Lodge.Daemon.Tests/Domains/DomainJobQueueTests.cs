using Lodge.Daemon.Domains.Jobs;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainJobQueueTests
{
    [Fact]
    public async Task A_free_domain_is_had_at_once_and_again_after_release()
    {
        var queue = new DomainJobQueue();
        for (var i = 0; i < 3; i++)
        {
            var begun = queue.BeginAsync(DomainJobKind.Modify, "virDomainSetMemory");
            Assert.True(begun.IsCompletedSuccessfully);
            (await begun).Dispose();
        }
    }

    [Fact]
    public async Task Jobs_run_one_at_a_time_in_the_order_they_came()
    {
        var queue = new DomainJobQueue();
        var order = new List<int>();
        var first = await queue.BeginAsync(DomainJobKind.Modify, "first");
        var waiting = Enumerable.Range(0, 20).Select(Run).ToList();
        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task Run(int number)
        {
            using var job = await queue.BeginAsync(DomainJobKind.Modify, "next");
            order.Add(number);
        }
    }

    [Fact]
    public async Task Whoever_waits_too_long_is_told_who_holds_the_domain()
    {
        var queue = new DomainJobQueue(TimeSpan.FromMilliseconds(20));
        using var holder = await queue.BeginAsync(DomainJobKind.Modify, "virDomainAttachDevice");

        var refused = await Assert.ThrowsAsync<VirException>(
            async () => await queue.BeginAsync(DomainJobKind.Query, "virDomainMemoryStats"));

        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_TIMEOUT, refused.Code);
        Assert.Equal(
            "Timed out during operation: cannot acquire state change lock (held by monitor=virDomainAttachDevice)",
            refused.Message);
    }

    [Fact]
    public async Task Who_gave_up_waiting_never_holds_the_domain()
    {
        var queue = new DomainJobQueue();
        var holder = await queue.BeginAsync(DomainJobKind.Modify, "holder");
        using var gone = new CancellationTokenSource();
        var waiting = queue.BeginAsync(DomainJobKind.Modify, "gone", null, gone.Token).AsTask();
        gone.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        holder.Dispose();

        Assert.True(queue.BeginAsync(DomainJobKind.Modify, "next").AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task The_agent_and_the_monitor_are_held_apart()
    {
        var queue = new DomainJobQueue();
        using var agent = await queue.BeginAsync(DomainJobKind.Agent, "virDomainFSFreeze");
        var secondAgent = queue.BeginAsync(DomainJobKind.Agent, "virDomainFSThaw").AsTask();

        Assert.False(secondAgent.IsCompleted);
        Assert.True(queue.BeginAsync(DomainJobKind.Modify, "virDomainSuspend").AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_long_job_lets_queries_and_destroy_through_and_makes_changes_wait()
    {
        var queue = new DomainJobQueue();
        var dump = await queue.BeginLongAsync(VirDomainJobOperation.VIR_DOMAIN_JOB_OPERATION_DUMP, "virDomainCoreDump");
        var change = queue.BeginAsync(DomainJobKind.Modify, "virDomainSetMemory").AsTask();

        (await queue.BeginAsync(DomainJobKind.Query, "virDomainMemoryStats")).Dispose();
        (await queue.BeginAsync(DomainJobKind.Destroy, "virDomainDestroy")).Dispose();
        (await queue.BeginAsync(DomainJobKind.Modify, "step", within: dump)).Dispose();
        Assert.False(change.IsCompleted);

        dump.Dispose();
        (await change).Dispose();
        Assert.Null(queue.Long);
    }
}
