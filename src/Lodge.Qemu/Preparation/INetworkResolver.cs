using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>Connects interfaces of type <c>network</c> to their virtual networks.</summary>
public interface INetworkResolver
{
    /// <summary>Takes a port of the network for an interface.</summary>
    /// <returns>What the interface is really connected to.</returns>
    /// <exception cref="VirException">
    /// There is no such network (<c>VIR_ERR_NO_NETWORK</c>), or it is not running (<c>VIR_ERR_OPERATION_INVALID</c>).
    /// </exception>
    ValueTask<ActualInterface> ConnectAsync(Interface card, Guid domain, CancellationToken cancellation);

    /// <summary>The host's own address on a network, where a display listens that names the network.</summary>
    /// <exception cref="VirException">There is no such network (<c>VIR_ERR_NO_NETWORK</c>), or the host has no address
    /// on it (<c>VIR_ERR_INTERNAL_ERROR</c>).</exception>
    ValueTask<string> AddressOfAsync(string network, CancellationToken cancellation);

    /// <summary>Changes what an interface is promised and held to.</summary>
    /// <exception cref="VirException">
    /// The network cannot promise so much (<c>VIR_ERR_OPERATION_INVALID</c>), or nothing
    /// (<c>VIR_ERR_OPERATION_UNSUPPORTED</c>).
    /// </exception>
    ValueTask ChangeBandwidthAsync(Interface card, Bandwidth? bandwidth, CancellationToken cancellation);

    /// <summary>Gives the port back.</summary>
    ValueTask DisconnectAsync(Interface card, Guid domain);
}
