namespace Lodge.Cli.Virsh.Output;

/// <summary>Time that CPUs spent.</summary>
internal static class CpuTime
{
    /// <summary>Nanoseconds as for example <c>12.3s</c>.</summary>
    internal static string Seconds(ulong nanoseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e9:F1}s");
}
