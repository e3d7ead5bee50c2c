namespace Lodge.Qemu.CommandLine;

/// <summary>A mounted huge page file system.</summary>
/// <param name="Directory">Where it is mounted.</param>
/// <param name="PageSize">The size of its pages, in KiB.</param>
/// <param name="IsDefault">Whether its pages are the host's default huge pages.</param>
public sealed record HugePageMount(string Directory, ulong PageSize, bool IsDefault);
