using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <summary>The guest gave memory back or took it. (<c>VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Actual">What it has now, in KiB.</param>
public sealed record DomainBalloonChangeEvent(Domain Domain, ulong Actual) : DomainEvent(Domain);

/// <summary>A device was taken out. (<c>VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="DeviceAlias">The device's alias.</param>
public sealed record DomainDeviceRemovedEvent(Domain Domain, string DeviceAlias) : DomainEvent(Domain);

/// <summary>A device was put in. (<c>VIR_DOMAIN_EVENT_ID_DEVICE_ADDED</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="DeviceAlias">The device's alias.</param>
public sealed record DomainDeviceAddedEvent(Domain Domain, string DeviceAlias) : DomainEvent(Domain);

/// <summary>The guest did not let a device go. (<c>VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="DeviceAlias">The device's alias.</param>
public sealed record DomainDeviceRemovalFailedEvent(Domain Domain, string DeviceAlias) : DomainEvent(Domain);

/// <summary>Limits or weights changed. (<c>VIR_DOMAIN_EVENT_ID_TUNABLE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Parameters">The new values.</param>
public sealed record DomainTunableEvent(Domain Domain, IReadOnlyList<TypedParameter> Parameters) : DomainEvent(Domain);

/// <summary>The agent in the guest came or went. (<c>VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="State">Connected or not.</param>
/// <param name="Reason">Why.</param>
public sealed record DomainAgentLifecycleEvent(
    Domain Domain, VirConnectDomainEventAgentLifecycleState State, VirConnectDomainEventAgentLifecycleReason Reason)
    : DomainEvent(Domain);

/// <summary>A migration begins another round. (<c>VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Iteration">Which round.</param>
public sealed record DomainMigrationIterationEvent(Domain Domain, int Iteration) : DomainEvent(Domain);

/// <summary>A job on the guest has ended. (<c>VIR_DOMAIN_EVENT_ID_JOB_COMPLETED</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Parameters">How it went.</param>
public sealed record DomainJobCompletedEvent(Domain Domain, IReadOnlyList<TypedParameter> Parameters)
    : DomainEvent(Domain);

/// <summary>A note on the guest changed. (<c>VIR_DOMAIN_EVENT_ID_METADATA_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Type">Title, description or an element.</param>
/// <param name="NamespaceUri">The element's namespace, or null.</param>
public sealed record DomainMetadataChangeEvent(Domain Domain, VirDomainMetadataType Type, string? NamespaceUri)
    : DomainEvent(Domain);

/// <summary>A disk has written beyond a mark. (<c>VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Device">The disk.</param>
/// <param name="Path">Its image, or null.</param>
/// <param name="Threshold">The mark, in bytes.</param>
/// <param name="Excess">How far beyond, in bytes.</param>
public sealed record DomainBlockThresholdEvent(
    Domain Domain, string Device, string? Path, ulong Threshold, ulong Excess)
    : DomainEvent(Domain);

/// <summary>Memory of the host failed under the guest. (<c>VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Recipient">Whose memory.</param>
/// <param name="Action">What was done about it.</param>
/// <param name="Flags">What kind of failure.</param>
public sealed record DomainMemoryFailureEvent(
    Domain Domain,
    VirDomainMemoryFailureRecipientType Recipient,
    VirDomainMemoryFailureActionType Action,
    VirDomainMemoryFailureFlags Flags) : DomainEvent(Domain);

/// <summary>A memory device changed its size. (<c>VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE</c>)</summary>
/// <param name="Domain">The guest.</param>
/// <param name="DeviceAlias">The device's alias.</param>
/// <param name="Size">Its size now, in KiB.</param>
public sealed record DomainMemoryDeviceSizeChangeEvent(Domain Domain, string DeviceAlias, ulong Size)
    : DomainEvent(Domain);
