namespace Lodge.Cli.Virsh.Events;

/// <summary>
/// The commands that print events of networks, pools, secrets and devices; they differ in their subjects only.
/// </summary>
internal static class ObjectEvents
{
    private static readonly string[] Words = ["Defined", "Undefined", "Started", "Stopped", "Created", "Deleted"];

    /// <summary>Runs such a command.</summary>
    /// <param name="shell">Where events are printed.</param>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="names">The names of the events; each stands at the place of its number.</param>
    /// <param name="subscribeAsync">Listens to the event of a number.</param>
    internal static async Task RunAsync(
        Shell shell, Arguments arguments, string[] names, Func<EventLoop, int, Task> subscribeAsync)
    {
        if (arguments.Has("list"))
        {
            shell.Print(string.Concat(names.Select(static name => name + "\n")));
            return;
        }

        var wanted = arguments.Text("event")
            ?? throw new CommandFailure("either --list or --event <type> is required");
        var id = Array.IndexOf(names, wanted);
        if (id < 0)
        {
            throw new CommandFailure($"unknown event type {wanted}");
        }

        _ = arguments.Timeout();
        await using var loop = new EventLoop(shell, arguments);
        await subscribeAsync(loop, id);
        await loop.RunAsync();
    }

    /// <summary>What happened to an object.</summary>
    internal static string Word(int number) => number >= 0 && number < Words.Length ? Words[number] : "unknown";
}
