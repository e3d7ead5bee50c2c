namespace Lodge.Qemu.Launcher;

/// <summary>A limit of <c>setrlimit(2)</c>, the same soft and hard.</summary>
/// <param name="Resource">What is limited.</param>
/// <param name="Value">The limit; <see cref="Unlimited"/> for none.</param>
public readonly record struct ResourceLimit(LimitedResource Resource, ulong Value)
{
    /// <summary>No limit (<c>RLIM_INFINITY</c>).</summary>
    public const ulong Unlimited = ulong.MaxValue;
}

/// <summary>What <c>setrlimit(2)</c> limits, with its numbers.</summary>
public enum LimitedResource
{
    /// <summary>Bytes of a core dump.</summary>
    Core = 4,

    /// <summary>Processes and threads of the user.</summary>
    Processes = 6,

    /// <summary>Open descriptors.</summary>
    Files = 7,

    /// <summary>Bytes of locked memory.</summary>
    LockedMemory = 8,
}
