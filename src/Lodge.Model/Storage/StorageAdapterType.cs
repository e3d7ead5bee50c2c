using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>The kinds of SCSI host adapters.</summary>
public enum StorageAdapterType
{
    /// <summary>Nothing said.</summary>
    Default,

    /// <summary>A SCSI host of this machine.</summary>
    ScsiHost,

    /// <summary>A virtual host of Fibre Channel.</summary>
    FcHost,
}

/// <summary>The words of <see cref="StorageAdapterType"/>.</summary>
public static class StorageAdapterTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageAdapterType> Table { get; } = new("default", "scsi_host", "fc_host");
}
