namespace Lodge.Client;

/// <summary>What a client asks a server about with <c>connect_supports_feature</c>.</summary>
/// <remarks>Source: libvirt's <c>VIR_DRV_FEATURE_*</c>; the numbers are part of the protocol.</remarks>
internal enum DriverFeature
{
    MigrationPeerToPeer = 4,
    MigrationDirect = 5,
    FilePassing = 8,
    TypedParameterString = 9,
    ProgramKeepAlive = 10,
    MigrationOffline = 12,
    MigrationParameters = 13,
    RemoteEventCallback = 14,
    RemoteCloseCallback = 15,
}
