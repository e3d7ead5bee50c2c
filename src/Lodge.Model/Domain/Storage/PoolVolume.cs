using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A volume of a storage pool, as a disk's source.</summary>
public sealed class PoolVolume
{
    /// <summary>The pool's name.</summary>
    public required string Pool { get; set; }

    /// <summary>The volume's name.</summary>
    public required string Volume { get; set; }

    /// <summary>How an iSCSI volume is reached.</summary>
    public PoolSourceMode Mode { get; set; }

    internal static PoolVolume? Parse(Element element)
    {
        var (pool, volume, mode) = (element.Attribute("pool"), element.Attribute("volume"), element.Attribute("mode"));
        if (pool is null && volume is null)
        {
            return null;
        }

        if (pool is null || volume is null)
        {
            throw XmlError.Domain("'pool' and 'volume' must be specified together for 'pool' type source");
        }

        var way = PoolSourceMode.Default;
        if (mode is not null && !(PoolSourceModeNames.Table.TryParse(mode, out way) && way != PoolSourceMode.Default))
        {
            throw XmlError.Unsupported($"unknown source mode '{mode}' for volume type disk");
        }

        return new() { Pool = pool, Volume = volume, Mode = way };
    }
}
