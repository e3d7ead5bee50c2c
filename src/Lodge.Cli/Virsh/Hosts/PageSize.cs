namespace Lodge.Cli.Virsh.Hosts;

/// <summary>Sizes of memory pages.</summary>
internal static class PageSize
{
    /// <summary>Bytes as KiB, rounded up.</summary>
    internal static uint InKibibytes(ulong bytes) => (uint)((bytes + 1023) / 1024);
}
