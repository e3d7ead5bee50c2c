namespace Lodge.Model.Storage;

/// <summary>The parts of <c>&lt;source&gt;</c> that a type of pool has.</summary>
[Flags]
internal enum StoragePoolParts
{
    None = 0,
    Host = 1 << 0,
    Device = 1 << 1,
    Directory = 1 << 2,
    Adapter = 1 << 3,
    Name = 1 << 4,
    Initiator = 1 << 5,

    /// <summary>The volumes are on the network, and nothing of them appears on this host.</summary>
    Network = 1 << 6,
}
