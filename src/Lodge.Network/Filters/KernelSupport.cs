namespace Lodge.Network.Filters;

/// <summary>What the kernel's packet filtering can do on bridges.</summary>
/// <param name="TracksConnections">It follows connections there (<c>nf_conntrack_bridge</c>).</param>
/// <param name="Rejects">It can answer what it refuses (<c>nft_reject_bridge</c>).</param>
public sealed record KernelSupport(bool TracksConnections, bool Rejects)
{
    private static readonly string[] Probes =
    [
        "table bridge lodge_probe { chain c { ct state new accept; }; }",
        "table bridge lodge_probe { chain c { type filter hook prerouting priority 0; reject; }; }",
    ];

    /// <summary>Asks the kernel, changing nothing.</summary>
    /// <param name="check">Whether the kernel would take a script.</param>
    public static async Task<KernelSupport> ProbeAsync(Func<string, Task<bool>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new KernelSupport(await check(Probes[0]), await check(Probes[1]));
    }
}
