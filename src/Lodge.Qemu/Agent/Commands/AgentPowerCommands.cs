namespace Lodge.Qemu.Agent.Commands;

/// <summary>Ending a guest, or its wakefulness, from inside.</summary>
public static class AgentPowerCommands
{
    /// <summary><c>guest-shutdown</c>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="mode"><c>powerdown</c>, <c>reboot</c> or <c>halt</c>.</param>
    /// <param name="happened">Completes when the guest has shut down or been reset.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task ShutdownAsync(
        this AgentClient agent, string mode, Task happened, CancellationToken cancellationToken = default) =>
        agent.ExecuteUntilAsync("guest-shutdown", json => json.WriteString("mode", mode), happened, cancellationToken);

    /// <summary><c>guest-suspend-ram</c>, <c>-disk</c> or <c>-hybrid</c>.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="target"><c>ram</c>, <c>disk</c> or <c>hybrid</c>.</param>
    /// <param name="happened">Completes when the guest sleeps.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static Task SuspendAsync(
        this AgentClient agent, string target, Task happened, CancellationToken cancellationToken = default) =>
        agent.ExecuteUntilAsync($"guest-suspend-{target}", null, happened, cancellationToken);
}
