namespace Lodge.Model.Schema;

/// <summary>The documents that libvirt has schemas for.</summary>
public enum SchemaKind
{
    /// <summary>A domain (<c>domain.rng</c>).</summary>
    Domain,

    /// <summary>A snapshot of a domain (<c>domainsnapshot.rng</c>).</summary>
    DomainSnapshot,

    /// <summary>A checkpoint of a domain (<c>domaincheckpoint.rng</c>).</summary>
    DomainCheckpoint,

    /// <summary>A backup job (<c>domainbackup.rng</c>).</summary>
    DomainBackup,

    /// <summary>A virtual network (<c>network.rng</c>).</summary>
    Network,

    /// <summary>A port of a virtual network (<c>networkport.rng</c>).</summary>
    NetworkPort,

    /// <summary>A network filter (<c>nwfilter.rng</c>).</summary>
    Nwfilter,

    /// <summary>A binding of a network filter (<c>nwfilterbinding.rng</c>).</summary>
    NwfilterBinding,

    /// <summary>A storage pool (<c>storagepool.rng</c>).</summary>
    StoragePool,

    /// <summary>A storage volume (<c>storagevol.rng</c>).</summary>
    StorageVolume,

    /// <summary>A secret (<c>secret.rng</c>).</summary>
    Secret,

    /// <summary>A node device (<c>nodedev.rng</c>).</summary>
    NodeDevice,

    /// <summary>A host interface (<c>interface.rng</c>).</summary>
    Interface,

    /// <summary>A processor (<c>cpu.rng</c>).</summary>
    Cpu,
}
