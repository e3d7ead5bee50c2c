namespace Lodge.Qemu.Lifecycle;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">What it returned; null where a signal ended it, or where it was not our child and nobody can
/// say.</param>
/// <param name="Signal">The signal that ended it, or null.</param>
public readonly record struct ProcessExit(int? ExitCode, int? Signal)
{
    /// <inheritdoc/>
    public override string ToString() => this switch
    {
        { Signal: { } signal } => $"fatal signal {signal}",
        { ExitCode: { } code } => $"exit status {code}",
        _ => "ended",
    };
}
