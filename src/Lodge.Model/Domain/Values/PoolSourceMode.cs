using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a pool's volume is reached.</summary>
public enum PoolSourceMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>host</c>.</summary>
    Host,

    /// <summary><c>direct</c>.</summary>
    Direct,
}

/// <summary>The words of <see cref="PoolSourceMode"/>.</summary>
public static class PoolSourceModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PoolSourceMode> Table { get; } = new("default", "host", "direct");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PoolSourceMode value) => Table[value];
}
