using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains.Lifecycle;

/// <summary>Why a run of a guest ends, as its state and its event say.</summary>
internal sealed record GuestEnd(VirDomainShutoffReason Reason, VirDomainEventStoppedDetailType Detail);
