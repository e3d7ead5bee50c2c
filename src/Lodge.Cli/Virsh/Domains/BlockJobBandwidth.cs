namespace Lodge.Cli.Virsh.Domains;

/// <summary>How fast a block job may be.</summary>
internal static class BlockJobBandwidth
{
    /// <summary>Reads <c>--bandwidth</c>; 0, which is no limit, where it is absent.</summary>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="isBytes">Whether bytes are meant, with a unit if wanted; otherwise MiB.</param>
    internal static ulong Read(Arguments arguments, bool isBytes) =>
        (isBytes ? arguments.Scaled("bandwidth", 1) : arguments.UInt64Wrapped("bandwidth")) ?? 0;
}
