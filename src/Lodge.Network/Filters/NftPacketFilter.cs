using Lodge.Host.Nftables;
using Lodge.Host.Programs;

namespace Lodge.Network.Filters;

/// <summary>The packet filtering of the namespace that the daemon runs in.</summary>
public sealed class NftPacketFilter : IPacketFilter
{
    /// <inheritdoc/>
    public Task ApplyAsync(string script, CancellationToken cancellation = default) =>
        Nft.ApplyAsync(script, cancellation);

    /// <inheritdoc/>
    public async Task<bool> TakesAsync(string script) =>
        HostProgram.Find("nft") is not null && (await HostProgram.RunAsync("nft", ["-c", "-f", "-"], script)).IsSuccess;

    /// <inheritdoc/>
    public async Task<string?> ListAsync(string table) =>
        HostProgram.Find("nft") is null ? null : await Nft.ListAsync(["list", "table", .. table.Split(' ')]);
}
