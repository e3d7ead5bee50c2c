namespace Lodge.Storage.Volumes;

/// <summary>The volumes of pools that only show what is there.</summary>
internal sealed class NoVolumeWork : IVolumeBackend;
