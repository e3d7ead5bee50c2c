using Lodge.Protocol;
using Lodge.Protocol.Constants;

namespace Lodge.Storage.Pools;

/// <summary>Something that happened to a pool.</summary>
/// <param name="Name">The pool's name.</param>
/// <param name="Uuid">The pool's UUID.</param>
/// <param name="Lifecycle">What happened; null for a refresh.</param>
public sealed record PoolEvent(string Name, VirUuid Uuid, VirStoragePoolEventLifecycleType? Lifecycle);
