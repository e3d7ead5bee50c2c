using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A thread that serves disks.</summary>
public sealed class IoThread
{
    /// <summary>Its number.</summary>
    public uint Id { get; set; }

    /// <summary>Whether it was only counted, not numbered.</summary>
    public bool Filled { get; set; }

    /// <summary>Fewest workers.</summary>
    public int? PoolMinimum { get; set; }

    /// <summary>Most workers.</summary>
    public int? PoolMaximum { get; set; }

    internal static IoThread ParsePool(Element element) => new()
    {
        PoolMinimum = element.Int("thread_pool_min", nonNegative: true),
        PoolMaximum = element.Int("thread_pool_max", nonNegative: true),
    };

    internal static IoThread Parse(Element element)
    {
        element.Required("id");
        var thread = ParsePool(element);
        thread.Id = element.UInt("id", nonZero: true) ?? 0;
        return thread;
    }

    internal void Format(XmlOutput output) => output.Start("iothread").Attribute("id", (ulong?)Id)
        .Attribute("thread_pool_min", (long?)PoolMinimum).Attribute("thread_pool_max", (long?)PoolMaximum).End();
}
