namespace Lodge.Cli.Virsh.Domains;

/// <summary>Sizes of a domain's memory.</summary>
internal static class MemorySize
{
    /// <summary>An option's size in KiB, rounded up; a number without a suffix counts KiB.</summary>
    internal static ulong InKibibytes(Arguments arguments, string option)
    {
        var bytes = arguments.Scaled(option, 1024) ?? 0;
        return (bytes / 1024) + (bytes % 1024 == 0 ? 0UL : 1UL);
    }
}
