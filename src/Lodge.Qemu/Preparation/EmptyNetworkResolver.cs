using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>A host without virtual networks: every one asked for is missing.</summary>
public sealed class EmptyNetworkResolver : INetworkResolver
{
    /// <inheritdoc />
    public ValueTask<ActualInterface> ConnectAsync(Interface card, Guid domain, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        throw NoNetwork(card.Source.Network);
    }

    /// <inheritdoc />
    public ValueTask<string> AddressOfAsync(string network, CancellationToken cancellation) => throw NoNetwork(network);

    /// <inheritdoc />
    public ValueTask ChangeBandwidthAsync(Interface card, Bandwidth? bandwidth, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisconnectAsync(Interface card, Guid domain) => ValueTask.CompletedTask;

    private static VirException NoNetwork(string? name) => new(
        VirErrorNumber.VIR_ERR_NO_NETWORK,
        VirErrorDomain.VIR_FROM_NETWORK,
        $"no network with matching name '{name}'");
}
