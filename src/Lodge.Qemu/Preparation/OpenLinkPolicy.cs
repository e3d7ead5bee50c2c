using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>No policy: cards that ask for one are refused.</summary>
public sealed class OpenLinkPolicy : ILinkPolicy
{
    /// <inheritdoc/>
    public ValueTask ApplyAsync(Interface card, DomainDefinition guest, CancellationToken cancellation) =>
        card.Filter is null
            ? ValueTask.CompletedTask
            : throw new VirException(
                VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_NWFILTER,
                $"filter '{card.Filter.Filter}' of interface {card.Mac}: no packet filters here");

    /// <inheritdoc/>
    public ValueTask RemoveAsync(Interface card, DomainDefinition guest) => ValueTask.CompletedTask;
}
