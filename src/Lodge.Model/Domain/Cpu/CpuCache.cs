using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the CPU's cache is shown to the guest (<c>&lt;cache&gt;</c>).</summary>
public sealed class CpuCache
{
    /// <summary>The level it concerns, 1 to 3; null for all.</summary>
    public int? Level { get; set; }

    /// <summary>How it is shown.</summary>
    public CpuCacheMode Mode { get; set; }

    internal static CpuCache Parse(Element element)
    {
        var level = element.Int("level", nonNegative: true);
        return level is null or (>= 1 and <= 3)
            ? new() { Level = level, Mode = element.RequiredNamed("mode", CpuCacheModeNames.Table) }
            : throw Cpu.Refuse("invalid CPU cache level, must be in range [1,3]");
    }

    internal void Format(XmlOutput output) =>
        output.Start("cache").Attribute("level", (long?)Level).Attribute("mode", Mode.ToXml()).End();
}
