using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A share of one of the host's CPU caches.</summary>
public sealed class CacheShare
{
    /// <summary>The cache's number on the host.</summary>
    public uint Id { get; set; }

    /// <summary>Its level.</summary>
    public uint Level { get; set; }

    /// <summary>What it holds.</summary>
    public CacheType Type { get; set; }

    /// <summary>Bytes of the share.</summary>
    public ulong Size { get; set; }

    internal static CacheShare Parse(Element element)
    {
        element.Required("id");
        element.Required("level");
        var size = element.Required("size");
        return new()
        {
            Id = element.UInt("id") ?? 0,
            Level = element.UInt("level") ?? 0,
            Type = element.RequiredNamed("type", CacheTypeNames.Table),
            Size = Numbers.TryULong(size, 10, out var amount)
                ? ScaledValue.Scale(amount, element.Attribute("unit"), 1024)
                : throw XmlError.Here($"Invalid value '{size}' for element or attribute './@size'"),
        };
    }

    /// <summary>Whether another share is of the same part of the same cache.</summary>
    internal bool CollidesWith(CacheShare other) => Level == other.Level && Id == other.Id
        && (Type == other.Type || Type == CacheType.Both || other.Type == CacheType.Both);

    internal void Format(XmlOutput output)
    {
        var (amount, unit) = PrettySize.Of(Size);
        output.Start("cache").Attribute("id", (ulong?)Id).Attribute("level", (ulong?)Level)
            .Attribute("type", Type.ToXml()).Attribute("size", (ulong?)amount).Attribute("unit", unit).End();
    }
}
