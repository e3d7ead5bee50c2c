using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>What holds for a guest's link on the host: packet filters, rates, isolation.</summary>
public interface ILinkPolicy
{
    /// <summary>
    /// Makes a card's policy hold on its link (<see cref="Interface.TargetDevice"/>), before any frame passes.
    /// </summary>
    /// <exception cref="VirException">It cannot be had; nothing of it is left.</exception>
    ValueTask ApplyAsync(Interface card, DomainDefinition guest, CancellationToken cancellation);

    /// <summary>Takes away what does not go with the link itself.</summary>
    ValueTask RemoveAsync(Interface card, DomainDefinition guest);
}
