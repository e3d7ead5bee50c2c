using Lodge.Host.Setup.Steps;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Setup;

/// <summary>
/// Makes a host ready for guests, step by step, and takes it back. Done twice, it finds nothing to do.
/// </summary>
/// <param name="host">The host.</param>
/// <param name="output">Takes a line for each step and change.</param>
public sealed class HostSetup(SetupHost host, TextWriter output)
{
    private const string Ready = "ready";

    /// <summary>The steps, in their order.</summary>
    public IReadOnlyList<ISetupStep> Steps { get; init; } =
    [
        new PackageStep(), new ModuleStep(), new AccountStep(), new FolderStep(), new LabelStep(), new ServiceStep(),
        new DefaultsStep(),
    ];

    /// <summary>Whether nothing is changed, and only said.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Makes the host ready.</summary>
    /// <param name="cancellation">Stops before the next change.</param>
    /// <returns>Whether all was done.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation = default)
    {
        var good = true;
        foreach (var step in Steps)
        {
            good &= await RunAsync(step, cancellation);
        }

        return good;
    }

    /// <summary>Takes back every change that was made, the last one first.</summary>
    /// <param name="cancellation">Stops before the next one.</param>
    /// <returns>Whether all is as it was; what is not stays in the journal.</returns>
    public async Task<bool> UndoAsync(CancellationToken cancellation = default)
    {
        var journal = new SetupJournal(host);
        var commands = journal.Read();
        if (commands.Count == 0)
        {
            Say("undo", "there is nothing to take back");
            return true;
        }

        var left = new List<SetupCommand>();
        foreach (var command in commands)
        {
            if (IsTrial)
            {
                Say("undo", $"would run: {command}");
            }
            else if (await FailureAsync(command, cancellation) is { } failure)
            {
                Say("undo", $"FAILED: {command}: {failure}");
                left.Add(command);
            }
            else
            {
                Say("undo", $"done: {command}");
            }
        }

        if (!IsTrial)
        {
            journal.Keep(left);
        }

        return left.Count == 0;
    }

    private async Task<bool> RunAsync(ISetupStep step, CancellationToken cancellation)
    {
        try
        {
            var changes = await step.FindAsync(host, cancellation);
            if (changes.Count == 0)
            {
                Say(step.Name, Ready);
                return true;
            }

            var good = true;
            foreach (var change in changes)
            {
                cancellation.ThrowIfCancellationRequested();
                good &= await MakeAsync(step, change, cancellation);
            }

            return good;
        }
        catch (VirException failure)
        {
            Say(step.Name, $"FAILED: {failure.Message}");
            return false;
        }
    }

    private async Task<bool> MakeAsync(ISetupStep step, SetupChange change, CancellationToken cancellation)
    {
        if (IsTrial)
        {
            Say(step.Name, $"would {change.What}");
            return true;
        }

        new SetupJournal(host).Add(change.Undo);
        foreach (var command in change.Commands)
        {
            if (await FailureAsync(command, cancellation) is { } failure)
            {
                Say(step.Name, $"FAILED: {change.What}: {failure}");
                return false;
            }
        }

        Say(step.Name, $"done: {change.What}");
        return true;
    }

    private async Task<string?> FailureAsync(SetupCommand command, CancellationToken cancellation)
    {
        try
        {
            var outcome = await host.RunAsync(command, cancellation);
            return outcome.IsSuccess ? null : LastLine(outcome.Error) ?? $"{command} ended with {outcome.Status}";
        }
        catch (VirException failure)
        {
            return failure.Message;
        }
    }

    private static string? LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();

    private void Say(string step, string text) => output.WriteLine($"{step + ":",-10} {text}");
}
