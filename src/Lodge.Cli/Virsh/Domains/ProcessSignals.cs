namespace Lodge.Cli.Virsh.Domains;

/// <summary>Signals for processes in a guest.</summary>
internal static class ProcessSignals
{
    private static readonly string[] Names =
    [
        "nop", "hup", "int", "quit", "ill", "trap", "abrt", "bus", "fpe", "kill", "usr1", "segv", "usr2", "pipe",
        "alrm",
        "term", "stkflt", "chld", "cont", "stop", "tstp", "ttin", "ttou", "urg", "xcpu", "xfsz", "vtalrm", "prof",
        "winch", "poll", "pwr", "sys",
    ];

    /// <summary>
    /// Reads a number, or a name such as <c>term</c>, <c>SIGTERM</c> or <c>sig_rt3</c>; null when it is none.
    /// </summary>
    internal static int? Parse(string text)
    {
        const int FirstRealTime = 32;
        const int MostRealTime = 32;
        var name = text.ToLowerInvariant();
        if (NumberText.TrySigned(name, int.MinValue, int.MaxValue, out var number))
        {
            return (int)number;
        }

        name = name.StartsWith("sig_", StringComparison.Ordinal) ? name[4..]
            : name.StartsWith("sig", StringComparison.Ordinal) ? name[3..]
            : name;
        if (name.StartsWith("rt", StringComparison.Ordinal) && int.TryParse(name.AsSpan(2), out var realTime)
            && realTime is >= 0 and <= MostRealTime)
        {
            return FirstRealTime + realTime;
        }

        var signal = Array.IndexOf(Names, name);
        return signal < 0 ? null : signal;
    }
}
