namespace Lodge.Storage.Volumes;

/// <summary>What a type of pool does with its volumes.</summary>
public interface IVolumeBackend;
