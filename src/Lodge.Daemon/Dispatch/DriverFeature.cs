namespace Lodge.Daemon.Dispatch;

/// <summary>What a client may ask a connection whether it can (libvirt's internal <c>virDrvFeature</c>, which crosses
/// the wire).</summary>
internal enum DriverFeature
{
    /// <summary><c>VIR_DRV_FEATURE_FD_PASSING</c>: descriptors beside messages.</summary>
    FilePassing = 8,

    /// <summary><c>VIR_DRV_FEATURE_TYPED_PARAM_STRING</c>: typed parameters may be texts.</summary>
    TypedParameterString = 9,

    /// <summary><c>VIR_DRV_FEATURE_PROGRAM_KEEPALIVE</c>: the keepalive program; asking it starts it.</summary>
    KeepAlive = 10,

    /// <summary><c>VIR_DRV_FEATURE_XML_MIGRATABLE</c>: VIR_DOMAIN_XML_MIGRATABLE is understood.</summary>
    MigratableXml = 11,

    /// <summary><c>VIR_DRV_FEATURE_REMOTE_EVENT_CALLBACK</c>: events carry the number of their callback.</summary>
    EventCallback = 14,

    /// <summary><c>VIR_DRV_FEATURE_REMOTE_CLOSE_CALLBACK</c>: the end of the connection is told.</summary>
    CloseCallback = 15,

    /// <summary><c>VIR_DRV_FEATURE_NETWORK_UPDATE_HAS_CORRECT_ORDER</c>: as its name says.</summary>
    NetworkUpdateOrder = 16,
}
